"""Which group or document the words mean."""

from __future__ import annotations

from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.resolution.cast import Cast, Mention, Resolved, resolved


class Collectives:
    """Resolves groups of people, and documents, which stand for their authors."""

    def __init__(self, cast: Cast):
        self.cast = cast

    def group(self, item: Described, mention: Mention) -> Resolved:
        """The group of those words, or the only one that `the researchers` can point back to."""
        earlier = [actor for actor in self.cast.of_kind("group") if actor.head == item.head]
        if item.anaphoric and len(earlier) == 1:
            return resolved(earlier[0], "descriptor", "moderate")
        return resolved(self.cast.actor(f"group {item.name.casefold()}", item, mention.at), "descriptor", "high")

    def document(self, item: Described, mention: Mention) -> Resolved:
        """The last document of that noun; `a report` is a new one each time."""
        earlier = [actor for actor in self.cast.of_kind("document") if actor.head == item.head]
        if item.indefinite or not earlier:
            earlier = [self.cast.actor(f"document {item.name} {mention.at}", item, mention.at)]
        return resolved(earlier[-1], "document", "moderate", "document")
