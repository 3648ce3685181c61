"""A table edited row by row."""

from onrecord.coding.storing.sheet import Sheet


def test_a_new_row_may_bring_a_new_column():
    """The row is there, with the column behind the others; the other rows keep their bytes but for it."""
    sheet = Sheet(b"id,x\na,1\n", "actors.csv")
    sheet.put("b", {"id": "b", "x": "2", "y": "3"})
    assert sheet.data() == b"id,x,y\na,1,\nb,2,3\n"
