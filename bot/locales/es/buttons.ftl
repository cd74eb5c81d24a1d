### Palabras en los botones, de 80 caracteres como mucho, y lo que se dice cuando se pulsa uno en vano.

button-context = Contexto
button-not-asked = No es lo que pregunté
button-take-away = Quitar
button-show = Mostrar a todos
button-picture = Imagen

cannot-show = Aquí no puedo hablar a todos, así que solo tú ves mis respuestas.
not-yours = Estos botones son de la pregunta de otra persona. Pregúntame tú con /{ cmd-ask }.
gone = La historia se ha editado desde entonces y esto ya no está en ella. Por favor, pregunta de nuevo.
no-card = Esta cita tiene signos que no sé dibujar, así que no hay imagen de ella.
card-alt = Tarjeta de cita. { $text } Fuente: { $footnote }
