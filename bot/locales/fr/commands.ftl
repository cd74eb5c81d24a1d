### Les commandes et leurs options : en minuscules, sans espaces, 1 à 32 caractères ; descriptions de 100 au plus.

cmd-ask = demander
    .description = Demande quelque chose sur l’histoire.
cmd-ask-question = question
    .description = Ta question, avec tes propres mots
cmd-ask-private = privé
    .description = Ne montrer la réponse qu’à toi

cmd-quote = citation
    .description = Lis ce que quelqu’un a dit, mot pour mot ; sans options, une citation au hasard.
cmd-quote-search = recherche
    .description = Des mots de la citation, ou son sujet
cmd-quote-by = de
    .description = Qui l’a dit
cmd-quote-private = privé
    .description = Ne montrer la citation qu’à toi
cmd-quote-card = image
    .description = La montrer aussi en image

cmd-fact = fait
    .description = Lis un fait de l’histoire ; sans options, un fait au hasard.
cmd-fact-search = recherche
    .description = Des mots du fait, ou son sujet
cmd-fact-private = privé
    .description = Ne montrer le fait qu’à toi

cmd-story = histoire
    .description = Vois ce qu’est l’histoire et où elle a été racontée, et feuillette ses thèmes.
cmd-story-private = privé
    .description = Ne le montrer qu’à toi

cmd-who = qui
    .description = Vois qui ou ce qu’est quelqu’un ou quelque chose dans l’histoire.
cmd-who-name = nom
    .description = Une personne, un lieu, un événement ou une chose de l’histoire
cmd-who-private = privé
    .description = Ne le montrer qu’à toi

cmd-timeline = chronologie
    .description = Vois ce qui s’est passé et quand, le plus ancien d’abord.
cmd-timeline-private = privé
    .description = Ne le montrer qu’à toi

cmd-help = aide
    .description = Vois comment me demander, avec des exemples à cliquer.

cmd-quiz = quiz
    .description = Joue : une phrase de l’histoire avec un trou, et quatre réponses au choix.
cmd-quiz-private = privé
    .description = Ne demander qu’à toi

cmd-daily = quotidien
    .description = Une citation de l’histoire chaque jour
cmd-daily-set = régler
    .description = Publie une citation chaque jour, aucune à nouveau avant que toutes soient passées.
cmd-daily-set-channel = salon
    .description = Où la publier
cmd-daily-set-time = heure
    .description = À quelle heure, comme 09:00
cmd-daily-set-zone = fuseau
    .description = Dans quel fuseau horaire
cmd-daily-off = arrêter
    .description = Arrête la citation quotidienne.
cmd-daily-show = voir
    .description = Vois où et quand la citation quotidienne est publiée, et si cela marche.

cmd-settings = réglages
    .description = Vois et règle ce que je fais sur ce serveur
cmd-settings-show = voir
    .description = Vois ce qui est réglé pour ce serveur.
cmd-settings-set = modifier
    .description = Change ce qui est réglé pour ce serveur ; ce que tu omets reste tel quel.
cmd-settings-set-story = histoire
    .description = La seule histoire que je raconte ici
cmd-settings-set-language = langue
    .description = La langue que je parle ici
cmd-settings-set-private = privé
    .description = Ne montrer les réponses aux commandes qu’à qui demande, sauf souhait contraire
cmd-settings-set-repeat-links = liens
    .description = Mettre un lien vers ce qui vient d’être raconté plutôt que le répéter
cmd-settings-set-channel = salon
    .description = Ajouter un salon où tous voient mes réponses ; ailleurs, seulement qui demande
cmd-settings-set-without = sans
    .description = Retirer un salon de ceux où tous voient mes réponses
cmd-settings-set-everywhere = partout
    .description = Laisser tous voir mes réponses dans tous les salons
choice-as-the-servers = Celle du serveur

menu-ask = Demander à ce sujet
menu-check = Est-ce bien cité ?
