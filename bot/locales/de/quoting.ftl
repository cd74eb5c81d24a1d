### Das Menü einer Nachricht: was die Geschichte dazu sagt, und ob sie jemanden richtig zitiert.

nothing-to-ask = Diese Nachricht hat keine Worte, die ich nachschlagen könnte. Frag mich mit /{ cmd-ask } in deinen eigenen Worten.
replies-to = -# Zu dem, was { $author } schrieb: „{ $words }“

quoted-exact = **Wort für Wort.** { $speaker } hat das gesagt{ $occasion }.{ $mark }
quoted-shortened = **Wort für Wort, mit einer Auslassung.** { $speaker } hat das gesagt{ $occasion }.{ $mark }
quoted-marks = **Jedes Wort stimmt, aber nicht jedes Zeichen.** Satzzeichen oder Großbuchstaben weichen von dem ab, was { $speaker } gesagt hat{ $occasion }.{ $mark }
quoted-almost = **Fast, aber nicht Wort für Wort.** Es kommt dem nahe, was { $speaker } gesagt hat{ $occasion }.{ $mark }
quoted-none = **Nicht gefunden.** Diese Worte stehen in keinem Zitat, das ich kenne. Ob sie anderswo gesagt wurden, weiß ich nicht.
quoted-omitted = Wo die Punkte stehen, fehlt: { $omitted }.
quoted-nothing-omitted = Wo die Punkte stehen, fehlt nichts.
quoted-too-few = **Zu wenige Wörter.** Ein oder zwei Wörter beweisen nichts: Jeder kann sie gesagt haben.
quoted-wrong-name = **Falscher Name:** { $speaker } hat es gesagt, nicht { $ascribed }.
quoted-whole = Das ganze Zitat, dieser Teil fett: „{ $text }“
quoted-quote = Das Zitat: „{ $text }“
quoted-legend = Durchgestrichen: in der Nachricht, nicht im Zitat. Fett: im Zitat, nicht in der Nachricht.
quoted-left-out = ausgelassen: „{ $stands }“
quoted-put-in = hinzugefügt: „{ $written }“
quoted-changed = geändert: „{ $written }“; im Zitat steht „{ $stands }“
quoted-moved = an eine andere Stelle gerückt: „{ $written }“
quoted-more-changes = und { $count } weitere
quoted-more = Die Nachricht zitiert noch mehr ({ $count }); ich habe mir die ersten { $judged } angesehen.
quoted-nothing = In dieser Nachricht sind keine Worte, die ich in einem Zitat suchen könnte.
quoted-theirs = Was { $speaker } gesagt hat:
