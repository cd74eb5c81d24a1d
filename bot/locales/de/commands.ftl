### Befehle und ihre Optionen: klein geschrieben, ohne Leerzeichen, 1 bis 32 Zeichen; Beschreibungen bis 100.

cmd-ask = fragen
    .description = Frag etwas über die Geschichte.
cmd-ask-question = frage
    .description = Deine Frage, in deinen eigenen Worten
cmd-ask-private = privat
    .description = Die Antwort nur dir zeigen

cmd-quote = zitat
    .description = Lies Wort für Wort, was jemand gesagt hat; ohne Optionen ein zufälliges Zitat.
cmd-quote-search = suche
    .description = Worte des Zitats, oder worum es geht
cmd-quote-by = von
    .description = Wer es gesagt hat
cmd-quote-private = privat
    .description = Das Zitat nur dir zeigen
cmd-quote-card = bild
    .description = Es auch als Bild zeigen

cmd-fact = fakt
    .description = Lies einen Fakt der Geschichte; ohne Optionen einen zufälligen.
cmd-fact-search = suche
    .description = Worte des Fakts, oder worum es geht
cmd-fact-private = privat
    .description = Den Fakt nur dir zeigen

cmd-story = geschichte
    .description = Sieh, was die Geschichte ist und wo sie erzählt wurde, und blättere in ihren Themen.
cmd-story-private = privat
    .description = Es nur dir zeigen

cmd-who = wer
    .description = Sieh, wer oder was jemand oder etwas in der Geschichte ist.
cmd-who-name = name
    .description = Eine Person, ein Ort, ein Ereignis oder eine Sache der Geschichte
cmd-who-private = privat
    .description = Es nur dir zeigen

cmd-timeline = zeitleiste
    .description = Sieh, was wann geschah, das Älteste zuerst.
cmd-timeline-private = privat
    .description = Es nur dir zeigen

cmd-help = hilfe
    .description = Sieh, wie du mich fragst, mit Beispielen zum Anklicken.

cmd-quiz = quiz
    .description = Spiel: ein Satz der Geschichte mit einer Lücke und vier Antworten zur Auswahl.
cmd-quiz-private = privat
    .description = Nur dich fragen

cmd-daily = täglich
    .description = Jeden Tag ein Zitat der Geschichte
cmd-daily-set = einstellen
    .description = Poste jeden Tag ein Zitat, keines noch einmal, bevor alle dran waren.
cmd-daily-set-channel = kanal
    .description = Wo es gepostet wird
cmd-daily-set-time = uhrzeit
    .description = Um wie viel Uhr, etwa 09:00
cmd-daily-set-zone = zeitzone
    .description = In welcher Zeitzone
cmd-daily-off = aus
    .description = Beende das tägliche Zitat.
cmd-daily-show = zeigen
    .description = Sieh, wo und wann das tägliche Zitat gepostet wird, und ob das klappt.

cmd-settings = einstellungen
    .description = Sieh und bestimme, was ich auf diesem Server tue
cmd-settings-show = zeigen
    .description = Sieh, was für diesen Server eingestellt ist.
cmd-settings-set = ändern
    .description = Ändere, was für diesen Server eingestellt ist; was du weglässt, bleibt, wie es ist.
cmd-settings-set-story = geschichte
    .description = Die eine Geschichte, die ich hier erzähle
cmd-settings-set-language = sprache
    .description = Die Sprache, die ich hier spreche
cmd-settings-set-private = privat
    .description = Antworten auf Slash-Befehle nur der fragenden Person zeigen, außer sie will es anders
cmd-settings-set-repeat-links = verlinken
    .description = Verlinken, was gerade erst erzählt wurde, statt es noch einmal zu erzählen
cmd-settings-set-channel = kanal
    .description = Ein Kanal mehr, in dem alle meine Antworten sehen; anderswo nur die fragende Person
cmd-settings-set-without = ohne
    .description = Ein Kanal weniger, in dem alle meine Antworten sehen
cmd-settings-set-everywhere = überall
    .description = Alle meine Antworten in jedem Kanal sehen lassen
choice-as-the-servers = Wie der Server

menu-ask = Danach fragen
menu-check = Richtig zitiert?
