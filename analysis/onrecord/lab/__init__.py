"""What an analyst works with in JupyterLab: the explorer and the highlighted article."""
