### Commands and their options: lower case, no spaces, 1 to 32 characters; descriptions of at most 100.

cmd-ask = ask
    .description = Ask something about the story.
cmd-ask-question = question
    .description = Your question, in your own words
cmd-ask-private = private
    .description = Show the answer only to you

cmd-quote = quote
    .description = Read what somebody said, word for word; without options, a quote at random.
cmd-quote-search = search
    .description = Words of the quote, or what it is about
cmd-quote-by = by
    .description = Who said it
cmd-quote-private = private
    .description = Show the quote only to you
cmd-quote-card = card
    .description = Show it as a picture too

cmd-fact = fact
    .description = Read a fact of the story; without options, one at random.
cmd-fact-search = search
    .description = Words of the fact, or what it is about
cmd-fact-private = private
    .description = Show the fact only to you

cmd-story = story
    .description = See what the story is, where it was told, and leaf through its topics.
cmd-story-private = private
    .description = Show it only to you

cmd-who = who
    .description = See who or what somebody or something in the story is.
cmd-who-name = name
    .description = A person, a place, an event or a thing of the story
cmd-who-private = private
    .description = Show it only to you

cmd-timeline = timeline
    .description = See what happened when, the oldest first.
cmd-timeline-private = private
    .description = Show it only to you

cmd-help = help
    .description = See how to ask me, with examples to click.

cmd-quiz = quiz
    .description = Play: a sentence of the story with a gap, and four answers to choose from.
cmd-quiz-private = private
    .description = Ask it only you

cmd-daily = daily
    .description = A quote of the story every day
cmd-daily-set = set
    .description = Post a quote every day, none again until all were shown.
cmd-daily-set-channel = channel
    .description = Where to post it
cmd-daily-set-time = time
    .description = At what time of day, such as 09:00
cmd-daily-set-zone = zone
    .description = In which time zone
cmd-daily-off = off
    .description = End the quote a day.
cmd-daily-show = show
    .description = See where and when the quote a day is posted, and whether that works.

cmd-settings = settings
    .description = See and set what I do in this server
cmd-settings-show = show
    .description = See what is set for this server.
cmd-settings-set = set
    .description = Change what is set for this server; what you leave out stays as it is.
cmd-settings-set-story = story
    .description = The one story I tell here
cmd-settings-set-language = language
    .description = The language I speak here
cmd-settings-set-private = private
    .description = Show answers to slash commands only to the asker, unless they want otherwise
cmd-settings-set-repeat-links = repeat-links
    .description = Link to what was told a moment ago rather than tell it again
cmd-settings-set-channel = channel
    .description = Add a channel where all may see my answers; elsewhere only the asker does
cmd-settings-set-without = without
    .description = Take a channel away from those where all may see my answers
cmd-settings-set-everywhere = everywhere
    .description = Let all see my answers in every channel
choice-as-the-servers = As the server's

menu-ask = Ask about this
menu-check = Is this quoted right?
