### What is said to questions.

list-and = { $first } and { $last }

## Footnotes

footnote-paragraphs = { $count ->
    [one] paragraph { $numbers }
   *[other] paragraphs { $numbers }
}
footnote-byline = byline
footnote-according-to = according to { $name }
footnote-in-our-reading = in our reading: { $reading }
footnote-original = In the original, { $language }.
language-name = { $code ->
    [en] English
    [es] Spanish
    [fr] French
    [de] German
    [pt] Portuguese
   *[other] another language ({ $code })
}

## Replies

did-you-mean = Did you mean one of these?
taken-back = I take that back. Did you mean one of these?
taken-back-blindly = I take that back. The story does tell these:
taken-back-alone = I take that back. Please ask again in other words.
nearby = What it does tell:
starters = Try one of these:
how-to-ask = Write your question into the same message, in your own words.
next-one-too-long = The rest is too long for the same message: ask for it alone.
no-match = I don't find that in { $stories ->
    [one] this story
   *[other] these stories
}.
told-before = That was answered here a few minutes ago: { $link }
unseen-reply = Discord does not show me replies to what a slash command said. Ask with /{ cmd-ask }, or mention me in your message.
not-here = In this server I answer everybody only in some channels. Ask with /{ cmd-ask } here, and only you see the answer.

title = “{ $title }”
chat-greeting = Hello! Ask me about { $titles }.
chat-thanks = You are welcome.
chat-farewell = Goodbye. Come back whenever you have a question.
chat-help = Ask in your own words about { $titles }. I answer with what the story tells or with somebody's exact words, and say where it stands; where the story is silent, I tell you so.
chat-self = I am Footnote, a program. I answer questions about { $titles } with checked facts and exact quotes, each with its source, and I keep nothing about you.

## What stands around an answer

context-said-by = Who: said by { $speaker }, { $occasion }.
context-said-by-alone = Who: said by { $speaker }. The story notes no occasion.
context-about = Who and what: about { $names }.
context-when = When: { $when }.
context-no-date = When: no date is noted; the story was published on { $published }.
context-address = Its address, which stays the same: { $ref }
context-around = Around it in the story:
context-before = Before it: { $text }
context-after = After it: { $text }
context-first = Before it: nothing, it is the first statement.
context-last = After it: nothing, it is the last statement.

## Quotes and facts without a question

no-such-quote = I know no quote with these words.
no-such-fact = I know no fact with these words.
no-such-speaker = I know no quote by anybody of that name. These speak: { $speakers }.
nothing-of-that-kind = There is none of that kind yet.

## The story as a whole

who-nobody = I know nobody and nothing of that name in this story.
who-more = Ask for more:
who-kind = { $name } ({ $kind ->
    [person] person
    [place] place
    [organisation] organisation
    [event] event
   *[thing] thing
})
story-counts = I know { $facts }, { $quotes }, and { $silences }: things it leaves open.
count-facts = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
count-quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
count-silences = { $count ->
    [one] { $count } silence
   *[other] { $count } silences
}
source-titled = { $author }, “{ $title },” { $publisher }, { $date }
timeline-none = This story gives no dates.
timeline-row = { $when }: { $text }
timeline-earlier = Earlier
timeline-later = Later
how-to = Ask in your own words with /{ cmd-ask }, or mention me with your question. I answer from { $stories ->
    [one] the story
   *[other] the stories
} with checked facts and exact quotes, each with its source, and say so where the story is silent.
more-commands = /{ cmd-quote } gives somebody's exact words, /{ cmd-fact } a fact, /{ cmd-who } tells of a person or a place, /{ cmd-timeline } what happened when, /{ cmd-story } what the story is and its topics.
more-ways = /{ cmd-quiz } asks you; “{ menu-ask }” and “{ menu-check }” stand in a message's menu, under Apps.
page = Page { $page } of { $pages }.
page-previous = Previous page
page-next = Next page
topic-choose = Choose a topic
topic-entry = Read one of them by itself
topics-all = All topics
topic-heading = { $topic }, from “{ $title }”:
topic-none = everything else
topic-counts = { $facts } and { $quotes }

## The quiz

quiz-asked = What belongs in the gap?
quiz-right = Yes, { $letter } is right.
quiz-wrong = No, not { $letter }: { $right } is right.
quiz-nothing = There is nothing here that I could make a question of.
