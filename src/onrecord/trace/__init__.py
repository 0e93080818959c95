"""Article × Article → shared passages, and how many independent voices are left.

`reuse` finds the pairs of articles that share passages and says which had them first, when anything says so.
`families` and `voices` then count articles that are copies of one another once.
"""

from onrecord.trace._reuse import Story, reuse
from onrecord.trace._voices import COPY, families, voices

__all__ = ["COPY", "Story", "families", "reuse", "voices"]
