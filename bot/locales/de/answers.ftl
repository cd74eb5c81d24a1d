### Was auf Fragen gesagt wird.

list-and = { $first } und { $last }

## Fußnoten

footnote-paragraphs = { $count ->
    [one] Absatz { $numbers }
   *[other] Absätze { $numbers }
}
footnote-byline = Autorenzeile
footnote-according-to = laut { $name }
footnote-in-our-reading = nach unserer Lesart: { $reading }
footnote-original = Im Original, auf { $language }.
language-name = { $code ->
    [en] Englisch
    [es] Spanisch
    [fr] Französisch
    [de] Deutsch
    [pt] Portugiesisch
   *[other] einer anderen Sprache ({ $code })
}

## Antworten

did-you-mean = Meintest du eine davon?
taken-back = Das nehme ich zurück. Meintest du eine davon?
taken-back-blindly = Das nehme ich zurück. Dies erzählt die Geschichte:
taken-back-alone = Das nehme ich zurück. Bitte frag noch einmal mit anderen Worten.
nearby = Was sie erzählt:
starters = Versuch eine davon:
how-to-ask = Schreib deine Frage in dieselbe Nachricht, in deinen eigenen Worten.
next-one-too-long = Der Rest ist zu lang für dieselbe Nachricht: Frag einzeln danach.
no-match = Das finde ich in { $stories ->
    [one] dieser Geschichte
   *[other] diesen Geschichten
} nicht.
told-before = Das wurde hier vor ein paar Minuten beantwortet: { $link }
unseen-reply = Discord zeigt mir keine Antworten auf das, was ein Slash-Befehl gesagt hat. Frag mit /{ cmd-ask } oder erwähne mich in deiner Nachricht.
not-here = Auf diesem Server antworte ich nur in manchen Kanälen allen. Frag hier mit /{ cmd-ask }, dann siehst nur du die Antwort.

title = „{ $title }“
chat-greeting = Hallo! Frag mich etwas über { $titles }.
chat-thanks = Gern geschehen.
chat-farewell = Tschüss. Komm wieder, wann immer du eine Frage hast.
chat-help = Frag in deinen eigenen Worten nach { $titles }. Ich antworte mit dem, was die Geschichte erzählt, oder wörtlich mit dem, was jemand gesagt hat, und nenne die Stelle; wo die Geschichte schweigt, sage ich es dir.
chat-self = Ich bin Footnote, ein Programm. Ich beantworte Fragen zu { $titles } mit geprüften Fakten und wörtlichen Zitaten, jeweils mit Quelle, und speichere nichts über dich.

## Was um eine Antwort herum steht

context-said-by = Wer: gesagt von { $speaker }, { $occasion }.
context-said-by-alone = Wer: gesagt von { $speaker }. Die Geschichte nennt keinen Anlass.
context-about = Wer und was: Es geht um { $names }.
context-when = Wann: { $when }.
context-no-date = Wann: Es ist kein Datum vermerkt; veröffentlicht wurde die Geschichte am { $published }.
context-address = Die Adresse, die immer gleich bleibt: { $ref }
context-around = Drumherum in der Geschichte:
context-before = Davor: { $text }
context-after = Danach: { $text }
context-first = Davor: nichts, es ist die erste Aussage.
context-last = Danach: nichts, es ist die letzte Aussage.

## Zitate und Fakten ohne Frage

no-such-quote = Ich kenne kein Zitat mit diesen Worten.
no-such-fact = Ich kenne keinen Fakt mit diesen Worten.
no-such-speaker = Ich kenne kein Zitat von jemandem mit diesem Namen. Zu Wort kommen: { $speakers }.
nothing-of-that-kind = Davon gibt es noch nichts.

## Die Geschichte im Ganzen

who-nobody = In dieser Geschichte kenne ich niemanden und nichts mit diesem Namen.
who-more = Frag weiter:
who-kind = { $name } ({ $kind ->
    [person] Person
    [place] Ort
    [organisation] Organisation
    [event] Ereignis
   *[thing] Sache
})
story-counts = Ich kenne { $facts }, { $quotes } und { $silences }: Fragen, die sie offen lässt.
count-facts = { $count ->
    [one] { $count } Fakt
   *[other] { $count } Fakten
}
count-quotes = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
}
count-silences = { $count ->
    [one] { $count } Leerstelle
   *[other] { $count } Leerstellen
}
source-titled = { $author }, „{ $title }“, { $publisher }, { $date }
timeline-none = Diese Geschichte nennt keine Daten.
timeline-row = { $when }: { $text }
timeline-earlier = Früher
timeline-later = Später
how-to = Frag in deinen eigenen Worten mit /{ cmd-ask } oder erwähne mich mit deiner Frage. Ich antworte aus { $stories ->
    [one] der Geschichte
   *[other] den Geschichten
} mit geprüften Fakten und wörtlichen Zitaten, jeweils mit Quelle, und sage es, wo die Geschichte schweigt.
more-commands = /{ cmd-quote } zeigt, was jemand wörtlich gesagt hat, /{ cmd-fact } einen Fakt, /{ cmd-who } erzählt von einer Person oder einem Ort, /{ cmd-timeline } sagt, was wann geschah, /{ cmd-story }, was die Geschichte ist und welche Themen sie hat.
more-ways = /{ cmd-quiz } fragt dich; „{ menu-ask }“ und „{ menu-check }“ stehen im Menü einer Nachricht unter Apps.
page = Seite { $page } von { $pages }.
page-previous = Vorige Seite
page-next = Nächste Seite
topic-choose = Wähle ein Thema
topic-entry = Lies eines davon einzeln
topics-all = Alle Themen
topic-heading = { $topic }, aus „{ $title }“:
topic-none = alles andere
topic-counts = { $facts } und { $quotes }

## Das Quiz

quiz-asked = Was gehört in die Lücke?
quiz-right = Ja, { $letter } ist richtig.
quiz-wrong = Nein, nicht { $letter }: { $right } ist richtig.
quiz-nothing = Hier gibt es nichts, woraus ich eine Frage machen könnte.
