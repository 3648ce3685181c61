"""Writing article.yml so that its comments, quotes and line breaks stay as the analyst left them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ruamel.yaml import YAML


def edit(path: Path, values: Mapping[str, Any]) -> None:
    """Set the top-level keys of `values` in the article.yml at `path`."""
    path.write_bytes(edited(path.read_bytes(), values))


def edited(data: bytes, values: Mapping[str, Any]) -> bytes:
    """`data`, the bytes of an article.yml, with the top-level keys of `values` set; nothing else moves."""
    yaml = _yaml()
    tree = yaml.load(data.decode("utf-8-sig"))
    tree.update(values)
    return _dumped(yaml, tree)


def put_behind(path: Path, former: str, key: str, value: Any) -> None:
    """Set the top-level `key` in the article.yml at `path`; one that is not there yet comes right behind `former`."""
    yaml = _yaml()
    tree = yaml.load(path.read_bytes().decode("utf-8-sig"))
    if key in tree:
        tree[key] = value
    else:
        tree.insert(list(tree).index(former) + 1, key, value)
    path.write_bytes(_dumped(yaml, tree))


def made(values: Mapping[str, Any], comments: Mapping[str, str]) -> bytes:
    """A new article.yml; `comments` stand behind the keys of their name (``publisher.actor`` for a key within)."""
    from ruamel.yaml.comments import CommentedMap

    tree = CommentedMap({k: CommentedMap(v) if isinstance(v, dict) else v for k, v in values.items()})
    for name, words in comments.items():
        *within, key = name.split(".")
        holder = tree[within[0]] if within else tree
        holder.yaml_add_eol_comment(words, key, column=40)
    return _dumped(_yaml(), tree)


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes, yaml.width, yaml.allow_unicode = True, 2**20, True
    yaml.representer.add_representer(type(None), lambda r, _: r.represent_scalar("tag:yaml.org,2002:null", ""))
    return yaml


def _dumped(yaml: YAML, tree: Mapping[str, Any]) -> bytes:
    file = io.BytesIO()
    yaml.dump(tree, file)
    return file.getvalue()
