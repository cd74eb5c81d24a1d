"""What readers can do, one file a subject."""

from bot.cogs.ask import AskCog
from bot.cogs.daily import DailyCog
from bot.cogs.facts import FactsCog
from bot.cogs.menus import MenusCog
from bot.cogs.quiz import QuizCog
from bot.cogs.quotes import QuotesCog
from bot.cogs.settings import SettingsCog
from bot.cogs.story import StoryCog

ALL_COGS = (AskCog, QuotesCog, FactsCog, StoryCog, MenusCog, QuizCog, DailyCog, SettingsCog)
