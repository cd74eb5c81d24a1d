### Was liest, wer einen Server betreibt, und was man liest, wenn etwas nicht geht.

calm = Entschuldige, bei mir ist etwas schiefgegangen. Bitte frag gleich noch einmal.
reader-pause = Das war viel auf einmal. In einer halben Minute antworte ich dir wieder.
channel-pause = In diesem Kanal wird viel auf einmal gefragt. In einer halben Minute antworte ich hier wieder.

## Berechtigungen, wie Discord sie in seinen Einstellungen nennt

permission-view-channel = Kanal ansehen
permission-send-messages = Nachrichten senden
permission-send-messages-in-threads = Nachrichten in Threads senden
permission-read-message-history = Nachrichtenverlauf anzeigen
permission-missing = In { $channel } kann ich nicht richtig antworten: Meiner Rolle fehlt dort { $permissions }. Geben kann man ihr das in den Kanaleinstellungen unter Berechtigungen. Ich sage das nur einmal.
here-instead = In { $channel } darf ich nicht schreiben (mir fehlt dort { $permissions }), deshalb kommt meine Antwort hier.

## Verwalten

not-a-manager = Das kann nur, wer diesen Server verwalten darf.
not-kept = Das konnte ich gerade nicht aufschreiben, deshalb hat sich nichts geändert. Bitte versuch es in einer Minute noch einmal.
not-read = Das kann ich gerade nicht nachsehen. Bitte versuch es in einer Minute noch einmal.

settings-of = **Einstellungen dieses Servers**
settings-story-all = - Geschichte: alle, die ich kenne
settings-story-one = - Geschichte: „{ $title }“
settings-story-lost = - Geschichte: `{ $id }`, die ich nicht mehr kenne, also alle, die ich kenne; wähle eine andere
settings-language = - Sprache: { $language }
settings-language-servers = wie der Server
settings-private = - Antworten auf Slash-Befehle: nur für die fragende Person zu sehen, außer sie setzt `{ cmd-ask-private }` auf False
settings-public = - Antworten auf Slash-Befehle: für alle zu sehen, außer die fragende Person setzt `{ cmd-ask-private }` auf True
settings-repeats-linked = - Was gerade erst erzählt wurde: Ich verlinke es
settings-repeats-told = - Was gerade erst erzählt wurde: Ich erzähle es noch einmal
settings-everywhere = - Wo alle meine Antworten sehen dürfen: in jedem Kanal
settings-only-there = - Wo alle meine Antworten sehen dürfen: { $channels }; anderswo nur die fragende Person
settings-nothing = Wähle mindestens eine Option von `/{ cmd-settings } { cmd-settings-set }`; `/{ cmd-settings } { cmd-settings-show }` sagt, was eingestellt ist.
settings-no-such-story = Ich kenne keine Geschichte „{ $typed }“: Wähle eine, die beim Tippen erscheint, oder „{ $all }“.
settings-every-story = Alle Geschichten
settings-too-many = Das wären mehr als { $most } Kanäle: Nimm einen weg, oder setze `{ cmd-settings-set-everywhere }` auf True.
settings-both-ways = Nenne einen Kanal, der dazukommt oder wegfällt, oder setze `{ cmd-settings-set-everywhere }` auf True, aber nicht beides zugleich.
settings-the-last = Das ist der letzte Kanal: Setze `{ cmd-settings-set-everywhere }` auf True, wenn alle meine Antworten in jedem Kanal sehen dürfen.
settings-not-among = { $channel } gehört nicht zu den Kanälen, in denen alle meine Antworten sehen dürfen, also gibt es nichts wegzunehmen.

## Das Zitat des Tages

daily-heading = **Das Zitat des Tages**
daily-forbidden = Das letzte durfte ich nicht posten: Gib mir dort { permission-view-channel } und { permission-send-messages }.
daily-gone = Das letzte konnte ich nicht posten, denn den Kanal gibt es nicht mehr: Wähle einen anderen mit /{ cmd-daily } { cmd-daily-set }.
daily-failed = Bei Discord ging etwas schief, als ich das letzte gepostet habe; vielleicht fehlt es.
daily-empty = Das letzte konnte ich nicht posten, denn die Geschichte hier hat keine Zitate.
daily-is-set = Jeden Tag ein Zitat: in { $channel } um { $time } ({ $zone }). Das nächste kommt { $when }.
daily-none = Hier gibt es kein tägliches Zitat; mit `/{ cmd-daily } { cmd-daily-set }` fängt es an.
daily-ended = Das tägliche Zitat ist beendet.
daily-no-time = „{ $typed }“ ist keine Uhrzeit, die ich lesen kann: Schreib Stunden und Minuten, etwa 09:00 oder 18:30.
daily-no-zone = Ich kenne keine Zeitzone „{ $typed }“: Wähle eine, die beim Tippen erscheint, etwa Europe/Berlin.
daily-may-not-post = In { $channel } darf ich nicht posten: Gib mir dort { $permissions } und stell es dann noch einmal ein.
