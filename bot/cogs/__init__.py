"""What readers can do, one file a subject."""

from bot.cogs.ask import AskCog
from bot.cogs.facts import FactsCog
from bot.cogs.quotes import QuotesCog
from bot.cogs.story import StoryCog

ALL_COGS = (AskCog, QuotesCog, FactsCog, StoryCog)
