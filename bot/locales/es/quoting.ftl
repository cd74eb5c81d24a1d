### El menú de un mensaje: qué dice la historia sobre él y si cita bien a alguien.

nothing-to-ask = Este mensaje no tiene palabras que yo pueda buscar. Pregúntame con /{ cmd-ask } con tus propias palabras.
replies-to = -# Sobre lo que escribió { $author }: «{ $words }»

quoted-exact = **Palabra por palabra.** { $speaker } dijo esto{ $occasion }.{ $mark }
quoted-shortened = **Palabra por palabra, con una omisión.** { $speaker } dijo esto{ $occasion }.{ $mark }
quoted-marks = **Están todas las palabras, pero no todos los signos.** La puntuación o las mayúsculas difieren de lo que dijo { $speaker }{ $occasion }.{ $mark }
quoted-almost = **Casi, pero no palabra por palabra.** Se parece a lo que dijo { $speaker }{ $occasion }.{ $mark }
quoted-none = **No encontrado.** Estas palabras no están en ninguna cita que yo conozca. Si se dijeron en otro lugar, no lo sé.
quoted-omitted = Omitido donde están los puntos: { $omitted }.
quoted-nothing-omitted = Donde están los puntos no falta nada.
quoted-too-few = **Muy pocas palabras.** Una o dos palabras no prueban nada: cualquiera puede haberlas dicho.
quoted-wrong-name = **Nombre equivocado:** lo dijo { $speaker }, no { $ascribed }.
quoted-whole = La cita entera, con esa parte en negrita: «{ $text }»
quoted-quote = La cita: «{ $text }»
quoted-legend = Tachado: en el mensaje, no en la cita. Negrita: en la cita, no en el mensaje.
quoted-left-out = omitido: «{ $stands }»
quoted-put-in = añadido: «{ $written }»
quoted-changed = cambiado: «{ $written }»; la cita dice «{ $stands }»
quoted-moved = movido a otro lugar: «{ $written }»
quoted-more-changes = y { $count } más
quoted-more = El mensaje cita más ({ $count }); he mirado los primeros { $judged }.
quoted-nothing = En este mensaje no hay palabras que pueda buscar en una cita.
quoted-theirs = Lo que sí dijo { $speaker }:
