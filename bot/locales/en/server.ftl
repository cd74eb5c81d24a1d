### What those who run a server read, and what a reader reads where something does not work.

calm = Sorry, something went wrong on my side. Please ask again in a moment.
reader-pause = That was a lot at once. I answer you again in half a minute.
channel-pause = This channel asks a lot at once. I answer here again in half a minute.

## Permissions, by the names that Discord's own settings show

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-read-message-history = Read Message History
permission-missing = I cannot answer properly in { $channel }: my role lacks { $permissions } there. It can be given in the channel's settings, under Permissions. I say this only once.
here-instead = I may not write in { $channel } (I lack { $permissions } there), so here is my answer.

## Managing

not-a-manager = Only somebody who may manage this server can do that.
not-kept = I could not write that down just now, so nothing has changed. Please try again in a minute.
not-read = I cannot look that up just now. Please try again in a minute.

settings-of = **Settings of this server**
settings-story-all = - Story: all that I know
settings-story-one = - Story: “{ $title }”
settings-story-lost = - Story: `{ $id }`, which I do not know any more, so all that I know; choose another
settings-language = - Language: { $language }
settings-language-servers = as the server's
settings-private = - Answers to slash commands: seen only by the asker, unless they set `{ cmd-ask-private }` to False
settings-public = - Answers to slash commands: seen by all, unless the asker sets `{ cmd-ask-private }` to True
settings-repeats-linked = - What was told a moment ago: I link to it
settings-repeats-told = - What was told a moment ago: I tell it again
settings-everywhere = - Where all may see my answers: in every channel
settings-only-there = - Where all may see my answers: { $channels }; elsewhere only the asker does
settings-nothing = Choose at least one option of `/{ cmd-settings } { cmd-settings-set }`; `/{ cmd-settings } { cmd-settings-show }` tells what is set.
settings-no-such-story = I know no story “{ $typed }”: choose one of those that appear while you type, or “{ $all }”.
settings-every-story = All stories
settings-too-many = That would be more than { $most } channels: take one away, or set `{ cmd-settings-set-everywhere }` to True.
settings-both-ways = Name a channel to add or to take away, or set `{ cmd-settings-set-everywhere }` to True, but not both at once.
settings-the-last = That is the last channel: set `{ cmd-settings-set-everywhere }` to True if all may see my answers in every channel.
settings-not-among = { $channel } is not among the channels where all may see my answers, so there is nothing to take away.

## The quote a day

daily-heading = **The quote of the day**
daily-forbidden = I was not allowed to post the last one: give me { permission-view-channel } and { permission-send-messages } there.
daily-gone = I could not post the last one, for its channel is gone: choose another with /{ cmd-daily } { cmd-daily-set }.
daily-failed = Discord failed when I posted the last one; it may be missing.
daily-empty = I could not post the last one, for the story here has no quotes.
daily-is-set = A quote a day: in { $channel } at { $time } ({ $zone }). The next one comes { $when }.
daily-none = There is no quote a day here; `/{ cmd-daily } { cmd-daily-set }` begins one.
daily-ended = The quote a day has ended.
daily-no-time = “{ $typed }” is no time I can read: write hours and minutes, such as 09:00 or 18:30.
daily-no-zone = I know no time zone “{ $typed }”: choose one that appears while you type, such as Europe/Berlin.
daily-may-not-post = I may not post in { $channel }: give me { $permissions } there and then set it again.
