"""What could be agreed as a whole: packages over several issues, what bargaining theory singles out of them, and the
fewest concessions that would make one acceptable."""

from onrecord.analyse._packages.concessions import Concession, Way, fewest, needed
from onrecord.analyse._packages.conditions import Place, Tie, read
from onrecord.analyse._packages.found import Package, Packages, found
from onrecord.analyse._packages.frontier import efficient, listed, worths
from onrecord.analyse._packages.points import Point, kalai_smorodinsky, nash, points
from onrecord.analyse._packages.problem import Clash, Problem, problem

__all__ = [
    "Clash",
    "Concession",
    "Package",
    "Packages",
    "Place",
    "Point",
    "Problem",
    "Tie",
    "Way",
    "efficient",
    "fewest",
    "found",
    "kalai_smorodinsky",
    "listed",
    "nash",
    "needed",
    "points",
    "problem",
    "read",
    "worths",
]
