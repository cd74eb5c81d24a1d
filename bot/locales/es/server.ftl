### Lo que leen quienes llevan un servidor, y lo que se lee cuando algo no funciona.

calm = Perdona, algo ha fallado por mi parte. Por favor, pregunta de nuevo en un momento.
reader-pause = Han sido muchas de golpe. Te vuelvo a responder en medio minuto.
channel-pause = En este canal se pregunta mucho de golpe. Vuelvo a responder aquí en medio minuto.

## Permisos, con los nombres que muestran los ajustes de Discord

permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-send-messages-in-threads = Enviar mensajes en hilos
permission-read-message-history = Leer el historial de mensajes
permission-missing = No puedo responder bien en { $channel }: a mi rol le falta { $permissions } allí. Se puede dar en los ajustes del canal, en Permisos. Solo lo digo una vez.
here-instead = No puedo escribir en { $channel } (allí me falta { $permissions }), así que aquí va mi respuesta.

## Administración

not-a-manager = Eso solo puede hacerlo quien gestiona este servidor.
not-kept = Ahora mismo no he podido anotarlo, así que nada ha cambiado. Por favor, inténtalo de nuevo en un minuto.
not-read = Ahora mismo no puedo consultarlo. Por favor, inténtalo de nuevo en un minuto.

settings-of = **Ajustes de este servidor**
settings-story-all = - Historia: todas las que conozco
settings-story-one = - Historia: «{ $title }»
settings-story-lost = - Historia: `{ $id }`, que ya no conozco, así que todas las que conozco; elige otra
settings-language = - Idioma: { $language }
settings-language-servers = el del servidor
settings-private = - Respuestas a los comandos: solo las ve quien pregunta, salvo que ponga `{ cmd-ask-private }` en False
settings-public = - Respuestas a los comandos: las ven todos, salvo que quien pregunta ponga `{ cmd-ask-private }` en True
settings-repeats-linked = - Lo que se acaba de contar: lo enlazo
settings-repeats-told = - Lo que se acaba de contar: lo cuento otra vez
settings-everywhere = - Dónde todos pueden ver mis respuestas: en todos los canales
settings-only-there = - Dónde todos pueden ver mis respuestas: { $channels }; en los demás, solo quien pregunta
settings-nothing = Elige al menos una opción de `/{ cmd-settings } { cmd-settings-set }`; `/{ cmd-settings } { cmd-settings-show }` dice qué está ajustado.
settings-no-such-story = No conozco ninguna historia «{ $typed }»: elige una de las que aparecen mientras escribes, o «{ $all }».
settings-every-story = Todas las historias
settings-too-many = Serían más de { $most } canales: quita uno, o pon `{ cmd-settings-set-everywhere }` en True.
settings-both-ways = Nombra un canal para añadir o quitar, o pon `{ cmd-settings-set-everywhere }` en True, pero no ambas cosas a la vez.
settings-the-last = Es el último canal: pon `{ cmd-settings-set-everywhere }` en True si todos pueden ver mis respuestas en todos los canales.
settings-not-among = { $channel } no está entre los canales donde todos pueden ver mis respuestas, así que no hay nada que quitar.

## La cita del día

daily-heading = **La cita del día**
daily-forbidden = No se me permitió publicar la última: dame { permission-view-channel } y { permission-send-messages } allí.
daily-gone = No pude publicar la última porque su canal ya no existe: elige otro con /{ cmd-daily } { cmd-daily-set }.
daily-failed = Discord falló cuando publiqué la última; puede que falte.
daily-empty = No pude publicar la última porque la historia de aquí no tiene citas.
daily-is-set = Una cita al día: en { $channel } a las { $time } ({ $zone }). La próxima llega { $when }.
daily-none = Aquí no hay cita diaria; `/{ cmd-daily } { cmd-daily-set }` la empieza.
daily-ended = La cita diaria ha terminado.
daily-no-time = «{ $typed }» no es una hora que yo sepa leer: escribe horas y minutos, como 09:00 o 18:30.
daily-no-zone = No conozco la zona horaria «{ $typed }»: elige una que aparezca mientras escribes, como Europe/Berlin.
daily-may-not-post = No puedo publicar en { $channel }: dame { $permissions } allí y vuelve a ajustarlo.
