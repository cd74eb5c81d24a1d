### Ce que lisent ceux qui gèrent un serveur, et ce qu’on lit quand quelque chose ne marche pas.

calm = Désolé, quelque chose s’est mal passé de mon côté. Repose ta question dans un instant, s’il te plaît.
reader-pause = Cela fait beaucoup d’un coup. Je te réponds à nouveau dans une demi-minute.
channel-pause = Ce salon demande beaucoup d’un coup. Je réponds ici à nouveau dans une demi-minute.

## Les permissions, sous les noms que montrent les paramètres de Discord

permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-send-messages-in-threads = Envoyer des messages dans les fils
permission-read-message-history = Voir les anciens messages
permission-missing = Je ne peux pas bien répondre dans { $channel } : il manque à mon rôle { $permissions } là-bas. Cela se donne dans les paramètres du salon, sous Permissions. Je ne le dis qu’une fois.
here-instead = Je ne peux pas écrire dans { $channel } (il m’y manque { $permissions }), alors voici ma réponse.

## Gestion

not-a-manager = Seul quelqu’un qui peut gérer ce serveur peut faire cela.
not-kept = Je n’ai pas pu le noter à l’instant, donc rien n’a changé. Réessaie dans une minute, s’il te plaît.
not-read = Je ne peux pas le consulter à l’instant. Réessaie dans une minute, s’il te plaît.

settings-of = **Réglages de ce serveur**
settings-story-all = - Histoire : toutes celles que je connais
settings-story-one = - Histoire : « { $title } »
settings-story-lost = - Histoire : `{ $id }`, que je ne connais plus, donc toutes celles que je connais ; choisis-en une autre
settings-language = - Langue : { $language }
settings-language-servers = celle du serveur
settings-private = - Réponses aux commandes : vues seulement par qui demande, sauf en mettant `{ cmd-ask-private }` sur False
settings-public = - Réponses aux commandes : vues par tous, sauf si qui demande met `{ cmd-ask-private }` sur True
settings-repeats-linked = - Ce qui vient d’être raconté : je mets un lien
settings-repeats-told = - Ce qui vient d’être raconté : je le raconte à nouveau
settings-everywhere = - Où tous peuvent voir mes réponses : dans tous les salons
settings-only-there = - Où tous peuvent voir mes réponses : { $channels } ; ailleurs, seulement qui demande
settings-nothing = Choisis au moins une option de `/{ cmd-settings } { cmd-settings-set }` ; `/{ cmd-settings } { cmd-settings-show }` dit ce qui est réglé.
settings-no-such-story = Je ne connais pas d’histoire « { $typed } » : choisis l’une de celles qui apparaissent pendant que tu écris, ou « { $all } ».
settings-every-story = Toutes les histoires
settings-too-many = Cela ferait plus de { $most } salons : retires-en un, ou mets `{ cmd-settings-set-everywhere }` sur True.
settings-both-ways = Nomme un salon à ajouter ou à retirer, ou mets `{ cmd-settings-set-everywhere }` sur True, mais pas les deux à la fois.
settings-the-last = C’est le dernier salon : mets `{ cmd-settings-set-everywhere }` sur True si tous peuvent voir mes réponses dans tous les salons.
settings-not-among = { $channel } n’est pas parmi les salons où tous peuvent voir mes réponses, donc il n’y a rien à retirer.

## La citation du jour

daily-heading = **La citation du jour**
daily-forbidden = Je n’ai pas eu le droit de publier la dernière : donne-moi { permission-view-channel } et { permission-send-messages } là-bas.
daily-gone = Je n’ai pas pu publier la dernière, car son salon n’existe plus : choisis-en un autre avec /{ cmd-daily } { cmd-daily-set }.
daily-failed = Discord a échoué quand j’ai publié la dernière ; elle manque peut-être.
daily-empty = Je n’ai pas pu publier la dernière, car l’histoire ici n’a pas de citations.
daily-is-set = Une citation par jour : dans { $channel } à { $time } ({ $zone }). La prochaine arrive { $when }.
daily-none = Il n’y a pas de citation quotidienne ici ; `/{ cmd-daily } { cmd-daily-set }` la commence.
daily-ended = La citation quotidienne est terminée.
daily-no-time = « { $typed } » n’est pas une heure que je sache lire : écris les heures et les minutes, comme 09:00 ou 18:30.
daily-no-zone = Je ne connais pas de fuseau horaire « { $typed } » : choisis-en un qui apparaît pendant que tu écris, comme Europe/Berlin.
daily-may-not-post = Je ne peux pas publier dans { $channel } : donne-moi { $permissions } là-bas, puis règle-la à nouveau.
