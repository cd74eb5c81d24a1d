### Comandos y sus opciones: en minúsculas, sin espacios, de 1 a 32 caracteres; descripciones de 100 como mucho.

cmd-ask = preguntar
    .description = Pregunta algo sobre la historia.
cmd-ask-question = pregunta
    .description = Tu pregunta, con tus propias palabras
cmd-ask-private = privado
    .description = Mostrar la respuesta solo a ti

cmd-quote = cita
    .description = Lee lo que alguien dijo, palabra por palabra; sin opciones, una cita al azar.
cmd-quote-search = buscar
    .description = Palabras de la cita, o de qué trata
cmd-quote-by = de
    .description = Quién lo dijo
cmd-quote-private = privado
    .description = Mostrar la cita solo a ti
cmd-quote-card = imagen
    .description = Mostrarla también como imagen

cmd-fact = dato
    .description = Lee un dato de la historia; sin opciones, uno al azar.
cmd-fact-search = buscar
    .description = Palabras del dato, o de qué trata
cmd-fact-private = privado
    .description = Mostrar el dato solo a ti

cmd-story = historia
    .description = Mira qué es la historia y dónde se contó, y hojea sus temas.
cmd-story-private = privado
    .description = Mostrarlo solo a ti

cmd-who = quién
    .description = Mira quién o qué es alguien o algo de la historia.
cmd-who-name = nombre
    .description = Una persona, un lugar, un acontecimiento o una cosa de la historia
cmd-who-private = privado
    .description = Mostrarlo solo a ti

cmd-timeline = cronología
    .description = Mira qué pasó y cuándo, lo más antiguo primero.
cmd-timeline-private = privado
    .description = Mostrarlo solo a ti

cmd-help = ayuda
    .description = Mira cómo preguntarme, con ejemplos para pulsar.

cmd-quiz = quiz
    .description = Juega: una frase de la historia con un hueco y cuatro respuestas para elegir.
cmd-quiz-private = privado
    .description = Preguntarte solo a ti

cmd-daily = diaria
    .description = Una cita de la historia cada día
cmd-daily-set = fijar
    .description = Publica una cita cada día, ninguna de nuevo hasta que hayan salido todas.
cmd-daily-set-channel = canal
    .description = Dónde publicarla
cmd-daily-set-time = hora
    .description = A qué hora del día, como 09:00
cmd-daily-set-zone = zona
    .description = En qué zona horaria
cmd-daily-off = terminar
    .description = Termina la cita diaria.
cmd-daily-show = ver
    .description = Mira dónde y cuándo se publica la cita diaria, y si funciona.

cmd-settings = ajustes
    .description = Mira y ajusta lo que hago en este servidor
cmd-settings-show = ver
    .description = Mira qué está ajustado en este servidor.
cmd-settings-set = cambiar
    .description = Cambia lo ajustado en este servidor; lo que dejes sin poner se queda como está.
cmd-settings-set-story = historia
    .description = La única historia que cuento aquí
cmd-settings-set-language = idioma
    .description = El idioma que hablo aquí
cmd-settings-set-private = privado
    .description = Mostrar las respuestas a comandos solo a quien pregunta, salvo que quiera otra cosa
cmd-settings-set-repeat-links = enlazar
    .description = Enlazar lo que se acaba de contar en vez de contarlo otra vez
cmd-settings-set-channel = canal
    .description = Añadir un canal donde todos ven mis respuestas; en los demás, solo quien pregunta
cmd-settings-set-without = sin
    .description = Quitar un canal de aquellos donde todos ven mis respuestas
cmd-settings-set-everywhere = todos
    .description = Dejar que todos vean mis respuestas en todos los canales
choice-as-the-servers = El del servidor

menu-ask = Preguntar sobre esto
menu-check = ¿Está bien citado?
