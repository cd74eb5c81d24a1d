### The menu of a message: what the story says about it, and whether it quotes somebody right.

nothing-to-ask = This message has no words I could look up. Ask me with /{ cmd-ask } in words of your own.
replies-to = -# On what { $author } wrote: “{ $words }”

quoted-exact = **Word for word.** { $speaker } said this{ $occasion }.{ $mark }
quoted-shortened = **Word for word, with an omission.** { $speaker } said this{ $occasion }.{ $mark }
quoted-marks = **Every word is there, but not every mark.** Punctuation or capital letters differ from what { $speaker } said{ $occasion }.{ $mark }
quoted-almost = **Almost, but not word for word.** It comes close to what { $speaker } said{ $occasion }.{ $mark }
quoted-none = **Not found.** These words stand in no quote I know. Whether they were said elsewhere I cannot tell.
quoted-omitted = Left out where the dots stand: { $omitted }.
quoted-nothing-omitted = Nothing is left out where the dots stand.
quoted-too-few = **Too few words.** One or two words prove nothing: anybody may have said them.
quoted-wrong-name = **Wrong name:** { $speaker } said it, not { $ascribed }.
quoted-whole = The whole quote, with that part in bold: “{ $text }”
quoted-quote = The quote: “{ $text }”
quoted-legend = Struck: in the message, not in the quote. Bold: in the quote, not in the message.
quoted-left-out = left out: “{ $stands }”
quoted-put-in = put in: “{ $written }”
quoted-changed = changed: “{ $written }”; the quote has “{ $stands }”
quoted-moved = moved to another place: “{ $written }”
quoted-more-changes = and { $count } more
quoted-more = The message quotes more ({ $count }); I looked at the first { $judged }.
quoted-nothing = There are no words in this message that I could look for in a quote.
quoted-theirs = What { $speaker } did say:
