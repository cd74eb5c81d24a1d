### Le menu d’un message : ce que l’histoire en dit, et s’il cite quelqu’un correctement.

nothing-to-ask = Ce message n’a pas de mots que je puisse chercher. Demande-moi avec /{ cmd-ask }, avec tes propres mots.
replies-to = -# Sur ce qu’a écrit { $author } : « { $words } »

quoted-exact = **Mot pour mot.** { $speaker } a dit cela{ $occasion }.{ $mark }
quoted-shortened = **Mot pour mot, avec une omission.** { $speaker } a dit cela{ $occasion }.{ $mark }
quoted-marks = **Tous les mots y sont, mais pas tous les signes.** La ponctuation ou les majuscules diffèrent de ce qu’a dit { $speaker }{ $occasion }.{ $mark }
quoted-almost = **Presque, mais pas mot pour mot.** Cela ressemble à ce qu’a dit { $speaker }{ $occasion }.{ $mark }
quoted-none = **Introuvable.** Ces mots ne sont dans aucune citation que je connaisse. S’ils ont été dits ailleurs, je ne peux pas le dire.
quoted-omitted = Omis là où sont les points : { $omitted }.
quoted-nothing-omitted = Rien n’est omis là où sont les points.
quoted-too-few = **Trop peu de mots.** Un ou deux mots ne prouvent rien : n’importe qui peut les avoir dits.
quoted-wrong-name = **Mauvais nom :** c’est { $speaker } qui l’a dit, pas { $ascribed }.
quoted-whole = La citation entière, avec cette partie en gras : « { $text } »
quoted-quote = La citation : « { $text } »
quoted-legend = Barré : dans le message, pas dans la citation. Gras : dans la citation, pas dans le message.
quoted-left-out = omis : « { $stands } »
quoted-put-in = ajouté : « { $written } »
quoted-changed = changé : « { $written } » ; la citation dit « { $stands } »
quoted-moved = déplacé : « { $written } »
quoted-more-changes = et { $count } de plus
quoted-more = Le message cite davantage ({ $count }) ; j’ai regardé les premiers ({ $judged }).
quoted-nothing = Il n’y a pas de mots dans ce message que je puisse chercher dans une citation.
quoted-theirs = Ce qu’a dit { $speaker } :
