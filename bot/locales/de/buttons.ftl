### Worte auf Knöpfen, höchstens 80 Zeichen, und was gesagt wird, wenn einer vergeblich gedrückt wird.

button-context = Zusammenhang
button-not-asked = Danach habe ich nicht gefragt
button-take-away = Wegnehmen
button-show = Allen zeigen
button-picture = Bild

cannot-show = Ich darf hier nicht zu allen sprechen, deshalb siehst nur du meine Antworten.
not-yours = Diese Knöpfe gehören zur Frage von jemand anderem. Frag mich selbst mit /{ cmd-ask }.
gone = Die Geschichte wurde seitdem bearbeitet, und das steht nicht mehr darin. Bitte frag noch einmal.
no-card = Dieses Zitat hat Zeichen, die ich nicht zeichnen kann, deshalb gibt es kein Bild davon.
card-alt = Zitatkarte. { $text } Quelle: { $footnote }
