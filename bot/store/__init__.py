"""What is kept between starts: the choices of servers, and nothing about persons."""

from bot.store.database import Database, DatabaseError
from bot.store.guilds import GuildSettings, GuildsSettings
from bot.store.schema import NewerSchemaError

__all__ = ["Database", "DatabaseError", "GuildSettings", "GuildsSettings", "NewerSchemaError"]
