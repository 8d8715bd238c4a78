"""Scores pairs of names by nomenklatura's logic-v2: a JSON array of two names a line in, a score a line out."""

import json
import sys

from followthemoney import EntityProxy
from nomenklatura.matching import LogicV2, ScoringConfig


def person(name: str) -> EntityProxy:
    # What it has read of an entity it remembers by the id.
    return EntityProxy.from_dict({"id": name, "schema": "Person", "properties": {"name": [name]}})


config = ScoringConfig.defaults()
for line in sys.stdin:
    left, right = json.loads(line)
    print(LogicV2.compare(person(left), person(right), config).score)
