"""Positions by rule: phrases, verb classes, scope, holders and conditions, read off the syntax."""
