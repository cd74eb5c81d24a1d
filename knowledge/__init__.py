"""Footnote's knowledge of stories: load them, ask a question, get a reply with its source."""

from knowledge.conversation import Conversation, Conversations, Turn
from knowledge.library import Library, load_library
from knowledge.model import Entry, Fact, Name, Quote, Silence, Source, Story, Told
from knowledge.reply import Answer, Chat, Choice, NoMatch, Reply, Untold
from knowledge.store import SHIPPED_STORIES, Problem, StoryError, load_story

__all__ = [
    "SHIPPED_STORIES",
    "Answer",
    "Chat",
    "Choice",
    "Conversation",
    "Conversations",
    "Entry",
    "Fact",
    "Library",
    "Name",
    "NoMatch",
    "Problem",
    "Quote",
    "Reply",
    "Silence",
    "Source",
    "Story",
    "StoryError",
    "Told",
    "Turn",
    "Untold",
    "load_library",
    "load_story",
]
