### Words on buttons, of at most 80 characters, and what is said when one is pressed in vain.

button-context = Context
button-not-asked = Not what I asked
button-take-away = Take away
button-show = Show to everyone
button-picture = Picture

cannot-show = I may not speak to everyone here, so only you can see my answers.
not-yours = These buttons belong to somebody else's question. Ask me yourself with /{ cmd-ask }.
gone = The story was edited since, and this is no longer in it. Please ask again.
no-card = This quote has signs that I cannot draw, so there is no picture of it.
card-alt = Quote card. { $text } Source: { $footnote }
