"""The files that stand beside the questionnaires, by name; each has a module that says what is in it and reads it.

Only scales.yaml is read elsewhere: its scales are made as those of a questionnaire are.
"""

SCALES = "scales.yaml"
SOURCES = "sources.yaml"
TRAININGS = "trainings.yaml"
RESOURCES = "resources.yaml"
GLOSSARY = "glossary.yaml"
LIVED_EXPERIENCE = "lived-experience.yaml"
PHRASES = "phrases.yaml"
LEXICON = "lexicon.yaml"
NAMES = (SCALES, SOURCES, TRAININGS, RESOURCES, GLOSSARY, LIVED_EXPERIENCE, PHRASES, LEXICON)
