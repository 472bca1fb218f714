<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The registry refused {key}</source>
        <translation>Le registre a refusé {key}</translation>
    </message>
    <message>
        <source>The credentials for {server} in {file} are damaged. Log in again.</source>
        <translation>Les identifiants pour {server} dans {file} sont endommagés. Connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>The credential helper {program} is not installed, but {file} asks for it.</source>
        <translation>L’assistant d’identification {program} n’est pas installé, mais {file} le demande.</translation>
    </message>
    <message>
        <source>Cannot read {path}: {error}</source>
        <translation>Impossible de lire {path}&#x202f;: {error}</translation>
    </message>
    <message>
        <source>{path} is not a JSON object</source>
        <translation>{path} n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}</source>
        <translation>Impossible d’écrire {path}&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Cannot read the context &quot;{name}&quot; in {path}: {error}</source>
        <translation>Impossible de lire le contexte «&#x202f;{name}&#x202f;» dans {path}&#x202f;: {error}</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot; exists already and leads to {host}. Choose another name, or remove it: docker context rm {name}</source>
        <translation>Le contexte docker «&#x202f;{name}&#x202f;» existe déjà et mène à {host}. Choisissez un autre nom ou supprimez-le&#x202f;: docker context rm {name}</translation>
    </message>
    <message>
        <source>The context &quot;{name}&quot; is not Davit&apos;s: docker context rm {name}</source>
        <translation>Le contexte «&#x202f;{name}&#x202f;» n’est pas celui de Davit&#x202f;: docker context rm {name}</translation>
    </message>
    <message>
        <source>Cannot remove {file}: {reason}</source>
        <translation>Impossible de supprimer {file}&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>The engine ended the output in the middle of a message.</source>
        <translation>Le moteur a terminé la sortie au milieu d’un message.</translation>
    </message>
    <message>
        <source>The engine went away before the container ended.</source>
        <translation>Le moteur a disparu avant la fin du conteneur.</translation>
    </message>
    <message>
        <source>The engine ended the log in the middle of a message.</source>
        <translation>Le moteur a terminé le journal au milieu d’un message.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be understood: {error}</source>
        <translation>La réponse du moteur n’a pas pu être comprise&#x202f;: {error}</translation>
    </message>
    <message>
        <source>Cannot reach the engine at {host}: {why}. {hint}</source>
        <translation>Impossible de joindre le moteur à {host}&#x202f;: {why}. {hint}</translation>
    </message>
    <message>
        <source>the engine answered with status {status} and no explanation</source>
        <translation>le moteur a répondu avec le statut {status}, sans explication</translation>
    </message>
    <message>
        <source>The engine did not say what the path is.</source>
        <translation>Le moteur n’a pas dit ce qu’est ce chemin.</translation>
    </message>
    <message>
        <source>The output is not a multiplexed stream; was it made with a terminal?</source>
        <translation>La sortie n’est pas un flux multiplexé&#x202f;; a-t-elle été créée avec un terminal&#x202f;?</translation>
    </message>
    <message>
        <source>The engine sent a line without end.</source>
        <translation>Le moteur a envoyé une ligne sans fin.</translation>
    </message>
    <message>
        <source>{host!r} is not the address of an engine. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} n’est pas l’adresse d’un moteur. Utilisez unix:///path/to/engine.sock ou tcp://host:port.</translation>
    </message>
    <message>
        <source>{host!r} has no valid port: {error}.</source>
        <translation>{host!r} n’a pas de port valide&#x202f;: {error}.</translation>
    </message>
    <message>
        <source>{host!r} names no host. Use tcp://host:port.</source>
        <translation>{host!r} ne nomme aucun hôte. Utilisez tcp://host:port.</translation>
    </message>
    <message>
        <source>Cannot use {host!r}: {scheme}:// is not supported here. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>Impossible d’utiliser {host!r}&#x202f;: {scheme}:// n’est pas pris en charge ici. Utilisez unix:///path/to/engine.sock ou tcp://host:port.</translation>
    </message>
    <message>
        <source>The name is too long to ask the engine for it</source>
        <translation>Le nom est trop long pour être demandé au moteur</translation>
    </message>
    <message>
        <source>The engine at {host} did not open a two-way stream (status {status}). A proxy in between may not pass upgrades on.</source>
        <translation>Le moteur à {host} n’a pas ouvert de flux bidirectionnel (statut {status}). Un proxy intermédiaire ne transmet peut-être pas les changements de protocole.</translation>
    </message>
    <message>
        <source>The engine at {host} did not answer in time.</source>
        <translation>Le moteur à {host} n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>The engine at {host} ended the connection early: {error}</source>
        <translation>Le moteur à {host} a terminé la connexion trop tôt&#x202f;: {error}</translation>
    </message>
    <message>
        <source>The connection to the engine at {host} broke: {error}</source>
        <translation>La connexion au moteur à {host} s’est interrompue&#x202f;: {error}</translation>
    </message>
    <message>
        <source>{host} leads to a place without TLS</source>
        <translation>{host} mène à un endroit sans TLS</translation>
    </message>
    <message>
        <source>{host} does not answer in time</source>
        <translation>{host} ne répond pas à temps</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {reason}</source>
        <translation>{host} est injoignable : {reason}</translation>
    </message>
    <message>
        <source>The connection to {host} broke: {reason}</source>
        <translation>La connexion à {host} a été coupée : {reason}</translation>
    </message>
    <message>
        <source>The stream from the engine broke: {error}</source>
        <translation>Le flux venant du moteur s’est interrompu&#x202f;: {error}</translation>
    </message>
    <message>
        <source>The stream to the engine broke: {error}</source>
        <translation>Le flux vers le moteur s’est interrompu&#x202f;: {error}</translation>
    </message>
    <message>
        <source>Cannot use the certificates in {folder} for {host}: {error}. It must hold ca.pem, cert.pem and key.pem.</source>
        <translation>Impossible d’utiliser les certificats de {folder} pour {host}&#x202f;: {error}. Le dossier doit contenir ca.pem, cert.pem et key.pem.</translation>
    </message>
    <message>
        <source>the socket does not exist</source>
        <translation>le socket n’existe pas</translation>
    </message>
    <message>
        <source>Is the engine running? Start it with: sudo systemctl start davit-engine, or one in a machine with: davit machine start</source>
        <translation>Le moteur est-il en marche&#x202f;? Démarrez-le avec&#x202f;: sudo systemctl start davit-engine, ou dans une machine avec&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>Add yourself to the socket&apos;s group (sudo usermod -aG davit $USER) and log in again.</source>
        <translation>Ajoutez-vous au groupe du socket (sudo usermod -aG davit $USER) et reconnectez-vous.</translation>
    </message>
    <message>
        <source>nothing is listening there</source>
        <translation>rien n’y est à l’écoute</translation>
    </message>
    <message>
        <source>Is the engine running?</source>
        <translation>Le moteur est-il en marche&#x202f;?</translation>
    </message>
    <message>
        <source>the host name cannot be resolved</source>
        <translation>le nom d’hôte ne peut pas être résolu</translation>
    </message>
    <message>
        <source>Check DAVIT_HOST and DOCKER_HOST.</source>
        <translation>Vérifiez DAVIT_HOST et DOCKER_HOST.</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>il n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>Check the address and whether a firewall is in between.</source>
        <translation>Vérifiez l’adresse et la présence éventuelle d’un pare-feu.</translation>
    </message>
    <message>
        <source>There is no davit-engine service on this computer</source>
        <translation>Il n’y a pas de service davit-engine sur cet ordinateur</translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation>Le service n’a pas démarré</translation>
    </message>
    <message>
        <source>Port {port} is in use by container {name}</source>
        <translation>Le port {port} est utilisé par le conteneur {name}</translation>
    </message>
    <message>
        <source>Windows keeps port {port} for itself</source>
        <translation>Windows se réserve le port {port}</translation>
    </message>
    <message>
        <source>Port {port} is in use by {program}</source>
        <translation>Le port {port} est utilisé par {program}</translation>
    </message>
    <message>
        <source>Port {port} is in use</source>
        <translation>Le port {port} est utilisé</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>un programme d’un autre utilisateur</translation>
    </message>
    <message>
        <source>{program} (pid {pid})</source>
        <translation>{program} (pid {pid})</translation>
    </message>
    <message>
        <source>the process with pid {pid}</source>
        <translation>le processus de pid {pid}</translation>
    </message>
    <message>
        <source>Cannot build from {folder}: {reason}</source>
        <translation>Impossible de construire depuis {folder} : {reason}</translation>
    </message>
    <message>
        <source>The Dockerfile is named twice: what comes on stdin is no archive, so it is one too</source>
        <translation>Le Dockerfile est indiqué deux fois : ce qui arrive sur stdin n’est pas une archive, c’en est donc un aussi</translation>
    </message>
    <message>
        <source>There is no Dockerfile at {path}. Name it with -f.</source>
        <translation>Il n’y a pas de Dockerfile à {path}. Indiquez-le avec -f.</translation>
    </message>
    <message>
        <source>{path} is too large for what it is</source>
        <translation>{path} est trop volumineux pour ce que c’est</translation>
    </message>
    <message>
        <source>{path} changed while it was read</source>
        <translation>{path} a changé pendant la lecture</translation>
    </message>
    <message>
        <source>{path} shrank while it was read</source>
        <translation>{path} a rétréci pendant la lecture</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}</source>
        <translation>Impossible de lire {path}&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Cannot keep the log in {folder}: {reason}. Free some disk space.</source>
        <translation>Impossible de conserver le journal dans {folder}&#x202f;: {reason}. Libérez de l’espace disque.</translation>
    </message>
    <message>
        <source>Earlier lines could not be fetched: {reason}</source>
        <translation>Les lignes précédentes n’ont pas pu être lues&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Not a time. Write 10m, 2h, 14:30 or 2026-11-21 14:30.</source>
        <comment>example times</comment>
        <translation>Ce n’est pas une heure. Écrivez 10m, 2h, 14:30 ou 2026-11-21 14:30.</translation>
    </message>
    <message>
        <source>Not a regular expression: {reason}</source>
        <translation>Ce n’est pas une expression régulière&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Stopped: this expression takes longer than {seconds} s on a part of the log. Try a simpler one, without nested repetition.</source>
        <translation>Arrêté&#x202f;: cette expression prend plus de {seconds} s sur une partie du journal. Essayez-en une plus simple, sans répétitions imbriquées.</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} j</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>This user may not use the engine at {socket}.</source>
        <translation>Cet utilisateur n’a pas le droit d’utiliser le moteur à {socket}.</translation>
    </message>
    <message>
        <source>Join its group and log in again: sudo usermod -aG davit $USER. Or run an engine of your own in a machine: davit machine start</source>
        <translation>Rejoignez son groupe et reconnectez-vous&#x202f;: sudo usermod -aG davit $USER. Ou lancez votre propre moteur dans une machine&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>The engine at {socket} does not run.</source>
        <translation>Le moteur à {socket} n’est pas en marche.</translation>
    </message>
    <message>
        <source>Start it: sudo systemctl start davit-engine. Or run one in a machine: davit machine start</source>
        <translation>Démarrez-le&#x202f;: sudo systemctl start davit-engine. Ou lancez-en un dans une machine&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>There is no engine on this computer yet.</source>
        <translation>Il n’y a pas encore de moteur sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Start one in a machine of its own: davit machine start</source>
        <translation>Démarrez-en un dans sa propre machine&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, does not exist.</source>
        <translation>Le contexte docker «&#x202f;{name}&#x202f;», demandé par DOCKER_CONTEXT, n’existe pas.</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, names no engine.</source>
        <translation>Le contexte docker «&#x202f;{name}&#x202f;», demandé par DOCKER_CONTEXT, ne nomme aucun moteur.</translation>
    </message>
    <message>
        <source>Unset DOCKER_CONTEXT, or choose one of: docker context ls</source>
        <translation>Désactivez DOCKER_CONTEXT, ou choisissez-en un parmi&#x202f;: docker context ls</translation>
    </message>
    <message>
        <source>The machine is paused. Go on with: davit machine resume</source>
        <translation>La machine est en pause. Reprenez avec&#x202f;: davit machine resume</translation>
    </message>
    <message>
        <source>Starting the machine…</source>
        <translation>Démarrage de la machine…</translation>
    </message>
    <message>
        <source>The engine ended the connection</source>
        <translation>Le moteur a terminé la connexion</translation>
    </message>
    <message>
        <source>The machine ended</source>
        <translation>La machine s’est terminée</translation>
    </message>
    <message>
        <source>{name} ran out of memory and was killed</source>
        <translation>{name} a manqué de mémoire et a été tué</translation>
    </message>
    <message>
        <source>{name} stopped with code {code}</source>
        <translation>{name} s’est arrêté avec le code {code}</translation>
    </message>
    <message>
        <source>Running ✓</source>
        <translation>En marche ✓</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>En mauvaise santé</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Redémarrage</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Out of memory ({code})</source>
        <translation>Mémoire épuisée ({code})</translation>
    </message>
    <message>
        <source>Exited ({code})</source>
        <translation>Terminé ({code})</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Mort</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example.com:3128</source>
        <translation>Écrivez-le comme http://proxy.example.com:3128</translation>
    </message>
    <message>
        <source>{entry} is no address like https://mirror.example.com</source>
        <translation>{entry} n’est pas une adresse comme https://mirror.example.com</translation>
    </message>
    <message>
        <source>{entry} is neither a registry like registry.example.com:5000 nor a range like 10.0.0.0/8</source>
        <translation>{entry} n’est ni un registre comme registry.example.com:5000 ni une plage comme 10.0.0.0/8</translation>
    </message>
    <message>
        <source>Write the whole path, like /home/me/certs.d</source>
        <translation>Indiquez le chemin complet, comme /home/me/certs.d</translation>
    </message>
    <message>
        <source>The machine does not see this folder: share it on the Machine page first</source>
        <translation>La machine ne voit pas ce dossier : partagez-le d’abord sur la page Machine</translation>
    </message>
    <message>
        <source>The engine could not run it.</source>
        <translation>Le moteur n’a pas pu l’exécuter.</translation>
    </message>
    <message>
        <source>Its command was found but cannot be run.</source>
        <translation>Sa commande a été trouvée, mais ne peut pas être exécutée.</translation>
    </message>
    <message>
        <source>Its command was not found.</source>
        <translation>Sa commande n’a pas été trouvée.</translation>
    </message>
    <message>
        <source>It was interrupted (SIGINT), as by Ctrl+C.</source>
        <translation>Il a été interrompu (SIGINT), comme par Ctrl+C.</translation>
    </message>
    <message>
        <source>It gave up (SIGABRT).</source>
        <translation>Il a abandonné (SIGABRT).</translation>
    </message>
    <message>
        <source>It was killed (SIGKILL): by somebody, or because it did not stop in time.</source>
        <translation>Il a été tué (SIGKILL)&#x202f;: par quelqu’un, ou parce qu’il ne s’est pas arrêté à temps.</translation>
    </message>
    <message>
        <source>It crashed: it used memory that is not its own (SIGSEGV).</source>
        <translation>Il a planté&#x202f;: il a utilisé de la mémoire qui n’est pas la sienne (SIGSEGV).</translation>
    </message>
    <message>
        <source>It was asked to stop (SIGTERM), and did.</source>
        <translation>Il lui a été demandé de s’arrêter (SIGTERM), ce qu’il a fait.</translation>
    </message>
    <message>
        <source>The kernel killed it: it wanted more memory than its limit.</source>
        <translation>Le noyau l’a tué&#x202f;: il voulait plus de mémoire que sa limite.</translation>
    </message>
    <message>
        <source>It ended by itself, without an error.</source>
        <translation>Il s’est terminé de lui-même, sans erreur.</translation>
    </message>
    <message>
        <source>It was ended by the signal {name}.</source>
        <translation>Il a été terminé par le signal {name}.</translation>
    </message>
    <message>
        <source>It ended with the error code {code}.</source>
        <translation>Il s’est terminé avec le code d’erreur {code}.</translation>
    </message>
    <message>
        <source>Its lines end in different ways.</source>
        <translation>Ses lignes se terminent de différentes façons.</translation>
    </message>
    <message>
        <source>It holds control characters that an editor would lose.</source>
        <translation>Il contient des caractères de contrôle qu’un éditeur perdrait.</translation>
    </message>
    <message>
        <source>It has lines too long to edit.</source>
        <translation>Il a des lignes trop longues pour être modifiées.</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Contrôle de santé</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Built with Docker</source>
        <translation>Construite avec Docker</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Empreintes</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>Point d’entrée</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Dossier de travail</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>Signal d’arrêt</translation>
    </message>
    <message>
        <source>On build</source>
        <translation>À la construction</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Délai maximal</translation>
    </message>
    <message>
        <source>Starts after</source>
        <translation>Commence après</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) are made from it: {names}</source>
        <translation>
            <numerusform>%n conteneur en est issu&#x202f;: {names}</numerusform>
            <numerusform>%n conteneurs en sont issus&#x202f;: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>The container {names} is made from it</source>
        <translation>Le conteneur {names} en est issu</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>containers</comment>
        <translation>
            <numerusform> et %n autre</numerusform>
            <numerusform> et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the container first.</source>
        <translation>Supprimez d’abord le conteneur.</translation>
    </message>
    <message>
        <source>Delete the containers first.</source>
        <translation>Supprimez d’abord les conteneurs.</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Montages</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Limits and restart</source>
        <translation>Limites et redémarrage</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>Id de l’image</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Code de sortie</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Mémoire épuisée</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Id du processus</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarré</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Redémarrages</translation>
    </message>
    <message>
        <source>Storage driver</source>
        <translation>Pilote de stockage</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Environnement d’exécution</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>Pilote de journal</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Répertoire de travail</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Entrée standard</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>Init process</source>
        <translation>Processus init</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>Nom d’hôte</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>non publié</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>pas d’adresse</translation>
    </message>
    <message>
        <source>gateway {address}</source>
        <translation>passerelle {address}</translation>
    </message>
    <message>
        <source>MAC {address}</source>
        <translation>MAC {address}</translation>
    </message>
    <message>
        <source>aliases {names}</source>
        <translation>alias {names}</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>Politique de redémarrage</translation>
    </message>
    <message>
        <source>{policy}, at most {count} times</source>
        <translation>{policy}, au plus {count} fois</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU set</source>
        <translation>Jeu de CPU</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Removed when stopped</source>
        <translation>Supprimé à l’arrêt</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>Privilégié</translation>
    </message>
    <message>
        <source>Added capabilities</source>
        <translation>Capacités ajoutées</translation>
    </message>
    <message>
        <source>Dropped capabilities</source>
        <translation>Capacités retirées</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Failing streak</source>
        <translation>Échecs consécutifs</translation>
    </message>
    <message>
        <source>exit code {code}: {output}</source>
        <translation>code de sortie {code}&#x202f;: {output}</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>son mot de passe</translation>
    </message>
    <message>
        <source>its user</source>
        <translation>son utilisateur</translation>
    </message>
    <message>
        <source>a database that it makes</source>
        <translation>une base de données qu’elle crée</translation>
    </message>
    <message>
        <source>that you accept its licence</source>
        <translation>l’acceptation de sa licence</translation>
    </message>
    <message>
        <source>its user and password, as neo4j/password</source>
        <translation>son utilisateur et son mot de passe, comme neo4j/password</translation>
    </message>
    <message>
        <source>that it stands alone</source>
        <translation>l’indication qu’elle est seule</translation>
    </message>
    <message>
        <source>the e-mail to sign in with</source>
        <translation>l’adresse e-mail de connexion</translation>
    </message>
    <message>
        <source>Start QEMU</source>
        <translation>Lancer QEMU</translation>
    </message>
    <message>
        <source>Boot the kernel</source>
        <translation>Amorcer le noyau</translation>
    </message>
    <message>
        <source>Mount the system</source>
        <translation>Monter le système</translation>
    </message>
    <message>
        <source>Check the data disk</source>
        <translation>Vérifier le disque de données</translation>
    </message>
    <message>
        <source>Set up the network</source>
        <translation>Configurer le réseau</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>Démarrer le moteur</translation>
    </message>
    <message>
        <source>Open the Docker endpoint</source>
        <translation>Ouvrir l’accès Docker</translation>
    </message>
    <message>
        <source>software emulation</source>
        <translation>émulation logicielle</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>mémoire</translation>
    </message>
    <message>
        <source>disk size</source>
        <translation>taille du disque</translation>
    </message>
    <message>
        <source>shared folders</source>
        <translation>dossiers partagés</translation>
    </message>
    <message>
        <source>ports of this computer</source>
        <translation>ports de cet ordinateur</translation>
    </message>
    <message>
        <source>idle stop</source>
        <translation>arrêt en cas d’inactivité</translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation>accélérateur</translation>
    </message>
    <message>
        <source>guest image</source>
        <translation>image invitée</translation>
    </message>
    <message>
        <source>share transport</source>
        <translation>transport du partage</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>engine settings</source>
        <translation>réglages du moteur</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <comment>state of the machine</comment>
        <translation>En secours</translation>
    </message>
    <message>
        <source>Not set up</source>
        <comment>state of the machine</comment>
        <translation>Non configurée</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>state of the machine</comment>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>state of the machine</comment>
        <translation>En démarrage</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state of the machine</comment>
        <translation>En marche</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of the machine</comment>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Asleep</source>
        <comment>state of the machine</comment>
        <translation>En veille</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>state of the machine</comment>
        <translation>En cours d’arrêt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of the machine</comment>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Machine: rescue</source>
        <translation>Machine&#x202f;: en secours</translation>
    </message>
    <message>
        <source>Machine: not set up</source>
        <translation>Machine&#x202f;: non configurée</translation>
    </message>
    <message>
        <source>Machine: stopped</source>
        <translation>Machine&#x202f;: arrêtée</translation>
    </message>
    <message>
        <source>Machine: starting</source>
        <translation>Machine&#x202f;: en démarrage</translation>
    </message>
    <message>
        <source>Machine: running</source>
        <translation>Machine&#x202f;: en marche</translation>
    </message>
    <message>
        <source>Machine: paused</source>
        <translation>Machine&#x202f;: en pause</translation>
    </message>
    <message>
        <source>Machine: asleep</source>
        <translation>Machine&#x202f;: en veille</translation>
    </message>
    <message>
        <source>Machine: stopping</source>
        <translation>Machine&#x202f;: en cours d’arrêt</translation>
    </message>
    <message>
        <source>Machine: failed</source>
        <translation>Machine&#x202f;: en échec</translation>
    </message>
    <message>
        <source>the data disk needs a repair</source>
        <translation>le disque de données doit être réparé</translation>
    </message>
    <message>
        <source>the machine is not set up</source>
        <translation>la machine n’est pas configurée</translation>
    </message>
    <message>
        <source>the machine is stopped</source>
        <translation>la machine est arrêtée</translation>
    </message>
    <message>
        <source>the machine is starting</source>
        <translation>la machine démarre</translation>
    </message>
    <message>
        <source>the machine is running</source>
        <translation>la machine est en marche</translation>
    </message>
    <message>
        <source>the machine is paused</source>
        <translation>la machine est en pause</translation>
    </message>
    <message>
        <source>the machine is asleep</source>
        <translation>la machine est en veille</translation>
    </message>
    <message>
        <source>the machine is stopping</source>
        <translation>la machine s’arrête</translation>
    </message>
    <message>
        <source>the machine is failed</source>
        <translation>la machine est en échec</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>Émulation</translation>
    </message>
    <message>
        <source>Set up and start</source>
        <translation>Configurer et démarrer</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Réveiller</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Set up and start the machine</source>
        <translation>Configurer et démarrer la machine</translation>
    </message>
    <message>
        <source>Wake the machine</source>
        <translation>Réveiller la machine</translation>
    </message>
    <message>
        <source>Start the machine</source>
        <translation>Démarrer la machine</translation>
    </message>
    <message>
        <source>This computer has {count}; more make the machine slower.</source>
        <translation>Cet ordinateur en a {count}&#x202f;; davantage ralentit la machine.</translation>
    </message>
    <message>
        <source>All of this computer&apos;s CPUs: other programs may stutter while containers work.</source>
        <translation>Tous les CPU de cet ordinateur&#x202f;: les autres programmes peuvent ralentir pendant que les conteneurs travaillent.</translation>
    </message>
    <message>
        <source>More than three quarters of this computer&apos;s memory: it may begin to swap.</source>
        <translation>Plus des trois quarts de la mémoire de cet ordinateur&#x202f;: il pourrait se mettre à utiliser l’espace d’échange.</translation>
    </message>
    <message>
        <source>More than is free on this computer&apos;s disk: the machine may find it full one day.</source>
        <translation>Plus que l’espace libre sur le disque de cet ordinateur&#x202f;: la machine pourrait un jour le trouver plein.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} et {last}</translation>
    </message>
    <message>
        <source>{word} is not a port: write numbers from 1 to 65535, or all</source>
        <translation>{word} n’est pas un port&#x202f;: écrivez des nombres de 1 à 65535, ou all</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>Après 5 minutes</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>Après 15 minutes</translation>
    </message>
    <message>
        <source>After 30 minutes</source>
        <translation>Après 30 minutes</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>Après 1 heure</translation>
    </message>
    <message>
        <source>After {count} min</source>
        <translation>Après {count} min</translation>
    </message>
    <message>
        <source>After {count} s</source>
        <translation>Après {count} s</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Toujours en marche</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>À l’arrêt</translation>
    </message>
    <message>
        <source>Fell asleep</source>
        <translation>Mise en veille</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Plantée</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Tuée</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>end of a start</comment>
        <translation>Prête</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>end of a start</comment>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>end of a start</comment>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non essayé</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À examiner</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>Installer {name}</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Join the group {name}</source>
        <translation>Rejoindre le groupe {name}</translation>
    </message>
    <message>
        <source>Let it use the hypervisor</source>
        <translation>Lui permettre d’utiliser l’hyperviseur</translation>
    </message>
    <message>
        <source>Release from quarantine</source>
        <translation>Sortir de la quarantaine</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Restart this computer for it to count. Until then Davit works in emulation, which is slower.</source>
        <translation>Redémarrez cet ordinateur pour que cela compte. D’ici là, Davit fonctionne en émulation, ce qui est plus lent.</translation>
    </message>
    <message>
        <source>Log out and in again for it to count.</source>
        <translation>Fermez la session puis rouvrez-la pour que cela compte.</translation>
    </message>
    <message>
        <source>{count} of {all} checks needs attention</source>
        <comment>one check</comment>
        <translation>{count} vérification sur {all} demande attention</translation>
    </message>
    <message>
        <source>{count} of {all} checks need attention</source>
        <comment>several checks</comment>
        <translation>{count} vérifications sur {all} demandent attention</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n vérification réussie</numerusform>
            <numerusform>%n vérifications réussies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}, %n could not be tried.</source>
        <translation>
            <numerusform>{verdict}, %n n’a pas pu être essayée.</numerusform>
            <numerusform>{verdict}, %n n’ont pas pu être essayées.</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}.</source>
        <translation>{verdict}.</translation>
    </message>
    <message>
        <source>There is a network of this name already</source>
        <translation>Il existe déjà un réseau de ce nom</translation>
    </message>
    <message>
        <source>A gateway needs a subnet</source>
        <translation>Une passerelle demande un sous-réseau</translation>
    </message>
    <message>
        <source>The subnet must be like 172.30.0.0/16</source>
        <translation>Le sous-réseau doit être comme 172.30.0.0/16</translation>
    </message>
    <message>
        <source>The subnet overlaps that of {name}, {subnet}</source>
        <translation>Le sous-réseau chevauche celui de {name}, {subnet}</translation>
    </message>
    <message>
        <source>The gateway must be like 172.30.0.1</source>
        <translation>La passerelle doit être comme 172.30.0.1</translation>
    </message>
    <message>
        <source>The gateway is not in the subnet</source>
        <translation>La passerelle n’est pas dans le sous-réseau</translation>
    </message>
    <message>
        <source>the window shows the container&apos;s log instead</source>
        <translation>la fenêtre affiche à la place le journal du conteneur</translation>
    </message>
    <message>
        <source>it is about signals that a terminal sends</source>
        <translation>elle concerne les signaux qu’envoie un terminal</translation>
    </message>
    <message>
        <source>it is about keys pressed in a terminal</source>
        <translation>elle concerne les touches pressées dans un terminal</translation>
    </message>
    <message>
        <source>it is about what a terminal prints</source>
        <translation>elle concerne ce qu’affiche un terminal</translation>
    </message>
    <message>
        <source>the window writes no such file</source>
        <translation>la fenêtre n’écrit pas de tel fichier</translation>
    </message>
    <message>
        <source>it says what is so anyway</source>
        <translation>elle dit ce qui est déjà le cas</translation>
    </message>
    <message>
        <source>engines take it no longer</source>
        <translation>les moteurs ne l’acceptent plus</translation>
    </message>
    <message>
        <source>The text is too long to be a command.</source>
        <translation>Le texte est trop long pour être une commande.</translation>
    </message>
    <message>
        <source>This is not a command: {why}.</source>
        <translation>Ce n’est pas une commande&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>There is no docker run in this text.</source>
        <translation>Il n’y a pas de docker run dans ce texte.</translation>
    </message>
    <message>
        <source>The command names no image.</source>
        <translation>La commande ne nomme aucune image.</translation>
    </message>
    <message>
        <source>{part}: only your shell knows what stands for it. Put it in by hand.</source>
        <translation>{part}&#x202f;: seul votre shell sait ce que cela représente. Saisissez-le à la main.</translation>
    </message>
    <message>
        <source>What follows the command is not taken: {rest}</source>
        <translation>Ce qui suit la commande n’est pas repris&#x202f;: {rest}</translation>
    </message>
    <message>
        <source>{flag}: it runs in the engine that this window shows.</source>
        <translation>{flag}&#x202f;: l’exécution a lieu dans le moteur que montre cette fenêtre.</translation>
    </message>
    <message>
        <source>docker create does not start the container; here it is started.</source>
        <translation>docker create ne démarre pas le conteneur&#x202f;; ici, il est démarré.</translation>
    </message>
    <message>
        <source>{flag}: docker run has no such flag.</source>
        <translation>{flag}&#x202f;: docker run n’a pas cette option.</translation>
    </message>
    <message>
        <source>{flag}: it needs a value.</source>
        <translation>{flag}&#x202f;: une valeur est nécessaire.</translation>
    </message>
    <message>
        <source>{flag} is not taken: {why}.</source>
        <translation>L’option {flag} n’est pas reprise&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>{path}: Davit does not know the folder it starts from. Choose it by hand.</source>
        <translation>{path}&#x202f;: Davit ne connaît pas le dossier de départ. Choisissez-le à la main.</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>Le moteur ne répond pas</translation>
    </message>
    <message>
        <source>The connection to the engine broke</source>
        <translation>La connexion au moteur s’est interrompue</translation>
    </message>
    <message>
        <source>See whether it happened all the same, then try again.</source>
        <translation>Vérifiez si cela a tout de même eu lieu, puis réessayez.</translation>
    </message>
    <message>
        <source>Davit made a mistake</source>
        <translation>Davit a commis une erreur</translation>
    </message>
    <message>
        <source>Please report it with the details.</source>
        <translation>Merci de la signaler avec les détails.</translation>
    </message>
    <message>
        <source>Stop what uses it, or publish another port of this computer.</source>
        <translation>Arrêtez ce qui l’utilise, ou publiez un autre port de cet ordinateur.</translation>
    </message>
    <message>
        <source>The image has no program {program}</source>
        <translation>L’image ne contient pas le programme {program}</translation>
    </message>
    <message>
        <source>Check the command and the entrypoint.</source>
        <translation>Vérifiez la commande et le point d’entrée.</translation>
    </message>
    <message>
        <source>Pull the image first.</source>
        <translation>Téléchargez d’abord l’image.</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other container.</source>
        <translation>Choisissez un autre nom, ou supprimez l’autre conteneur.</translation>
    </message>
    <message>
        <source>The registry {registry} cannot be reached: {reason}</source>
        <translation>Le registre {registry} est injoignable&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Check the image&apos;s name and the network.</source>
        <translation>Vérifiez le nom de l’image et le réseau.</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>aucune raison n’a été donnée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Déjà ici</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Déjà là-bas</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Extraction</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag</source>
        <translation>Le registre n’a pas d’image avec ce nom et ce tag</translation>
    </message>
    <message>
        <source>Check the name, or search: the tags there are will be listed.</source>
        <translation>Vérifiez le nom, ou faites une recherche&#x202f;: les tags existants seront listés.</translation>
    </message>
    <message>
        <source>The registry has no such repository, or shows it only to some</source>
        <translation>Le registre n’a pas ce dépôt, ou ne le montre qu’à certains</translation>
    </message>
    <message>
        <source>Check the name, or log in.</source>
        <translation>Vérifiez le nom, ou connectez-vous.</translation>
    </message>
    <message>
        <source>The registry wants a login</source>
        <translation>Le registre demande une connexion</translation>
    </message>
    <message>
        <source>Log in and try again.</source>
        <translation>Connectez-vous et réessayez.</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Un guillemet n’est pas fermé</translation>
    </message>
    <message>
        <source>Write a flag of docker run, such as --ulimit nofile=1024</source>
        <translation>Écrivez une option de docker run, comme --ulimit nofile=1024</translation>
    </message>
    <message>
        <source>A flag and its value belong on one line, and nothing else</source>
        <translation>Une option et sa valeur vont sur une ligne, et rien d’autre</translation>
    </message>
    <message>
        <source>Give the whole path of the folder</source>
        <translation>Donnez le chemin complet du dossier</translation>
    </message>
    <message>
        <source>{image} is not the name of an image</source>
        <translation>{image} n’est pas un nom d’image</translation>
    </message>
    <message>
        <source>A name has two or more letters, digits, _ . or -, the first a letter or digit</source>
        <translation>Un nom a au moins deux lettres, chiffres, _ . ou -, et commence par une lettre ou un chiffre</translation>
    </message>
    <message>
        <source>There is a container named {name}</source>
        <translation>Il existe un conteneur nommé {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n variable</numerusform>
            <numerusform>%n variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>{running} running of {total}</source>
        <translation>{running} en marche sur {total}</translation>
    </message>
    <message>
        <source>There is a volume of this name already</source>
        <translation>Il existe déjà un volume de ce nom</translation>
    </message>
    <message>
        <source>Two or more letters, digits and _ . - only, a letter or digit first</source>
        <translation>Au moins deux lettres, chiffres et _ . - seulement, d’abord une lettre ou un chiffre</translation>
    </message>
    <message>
        <source>{line}: write it as name=value</source>
        <translation>{line}&#x202f;: écrivez nom=valeur</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Pilote</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Portée</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Dossier sur cet ordinateur</translation>
    </message>
    <message>
        <source>Driver options</source>
        <translation>Options du pilote</translation>
    </message>
    <message>
        <source>The engine&apos;s archive could not be read: {error}</source>
        <translation>L’archive du moteur n’a pas pu être lue&#x202f;: {error}</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>Ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Du cache</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>En construction</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>{cached} of {steps} from cache</source>
        <translation>{cached} sur {steps} du cache</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>Filter by words or command</source>
        <translation>Filtrer par mots ou commande</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Rien n’a encore été fait</translation>
    </message>
    <message>
        <source>What you do in this window is listed here, with the command that does the same.</source>
        <translation>Ce que vous faites dans cette fenêtre est listé ici, avec la commande équivalente.</translation>
    </message>
    <message>
        <source>Export as script…</source>
        <translation>Exporter en script…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>Copy as docker command</source>
        <translation>Copier comme commande docker</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details of what is selected</source>
        <translation>Détails de la sélection</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Export as script</source>
        <translation>Exporter en script</translation>
    </message>
    <message>
        <source>Cannot write {file}</source>
        <translation>Impossible d’écrire {file}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Enregistré sous {file}</translation>
    </message>
    <message>
        <source>Clear activity</source>
        <translation>Effacer l’activité</translation>
    </message>
    <message numerus="yes">
        <source>The journal of %n action(s) will be forgotten.</source>
        <translation>
            <numerusform>Le journal de %n action sera oublié.</numerusform>
            <numerusform>Le journal de %n actions sera oublié.</numerusform>
        </translation>
    </message>
    <message>
        <source>Containers, images and volumes stay as they are.</source>
        <translation>Les conteneurs, images et volumes restent tels quels.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cannot clear the activity</source>
        <translation>Impossible d’effacer l’activité</translation>
    </message>
    <message>
        <source>Bring back what was deleted just now (Ctrl+Z)</source>
        <translation>Ramener ce qui vient d’être supprimé (Ctrl+Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n supprimé</numerusform>
            <numerusform>%n supprimés</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation>Ramener {name}</translation>
    </message>
    <message>
        <source>Bring back all</source>
        <translation>Tout ramener</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>Ne rien sélectionner (Esc)</translation>
    </message>
    <message>
        <source>More for the selected</source>
        <translation>Plus d’actions pour la sélection</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n container(s)</source>
        <translation>
            <numerusform>Supprimer %n conteneur</numerusform>
            <numerusform>Supprimer %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>Supprimer {count}</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>pas encore de chiffres</translation>
    </message>
    <message>
        <source>{value} of {limit}</source>
        <translation>{value} sur {limit}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>limite {value}</translation>
    </message>
    <message>
        <source>Port {port} is not published</source>
        <translation>Le port {port} n’est pas publié</translation>
    </message>
    <message>
        <source>The container is not running</source>
        <translation>Le conteneur n’est pas en marche</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Visible on your network</source>
        <translation>Visible sur votre réseau</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message numerus="yes">
        <source>%n more port(s)</source>
        <translation>
            <numerusform>%n autre port</numerusform>
            <numerusform>%n autres ports</numerusform>
        </translation>
    </message>
    <message>
        <source>{cached} of {steps}</source>
        <translation>{cached} sur {steps}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Built from</source>
        <translation>Construit depuis</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Commencé</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
    </message>
    <message>
        <source>Filter by name, folder or state</source>
        <translation>Filtrer par nom, dossier ou état</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Construire…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>Pas encore de builds</translation>
    </message>
    <message>
        <source>A Dockerfile says how to make an image of your own. Choose the folder that it lies in, or drop it here. Builds from a terminal are listed too.</source>
        <translation>Un Dockerfile dit comment faire une image à vous. Choisissez le dossier qui le contient ou déposez-le ici. Les builds d’un terminal y figurent aussi.</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s)</source>
        <translation>
            <numerusform>%n build</numerusform>
            <numerusform>%n builds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{builds}, %n running</source>
        <translation>
            <numerusform>{builds}, %n en cours</numerusform>
            <numerusform>{builds}, %n en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>Démarrer ou arrêter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Tuer</translation>
    </message>
    <message>
        <source>View logs</source>
        <translation>Voir les journaux</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>Ouvrir un terminal</translation>
    </message>
    <message>
        <source>Run another like it…</source>
        <translation>En lancer un semblable…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Limits and restart policy…</source>
        <translation>Limites et politique de redémarrage…</translation>
    </message>
    <message>
        <source>Commit to image…</source>
        <translation>Créer une image…</translation>
    </message>
    <message>
        <source>Export files…</source>
        <translation>Exporter les fichiers…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copier l’id</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Épingler en haut</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Open stack</source>
        <translation>Ouvrir la stack</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Tout démarrer</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Tout arrêter</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Tout redémarrer</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Renaming {name}</source>
        <translation>Changement de nom de {name}</translation>
    </message>
    <message>
        <source>Cannot rename {name}</source>
        <translation>Impossible de renommer {name}</translation>
    </message>
    <message>
        <source>Renamed {name} to {new}</source>
        <translation>{name} renommé en {new}</translation>
    </message>
    <message>
        <source>Changing the limits of {name}</source>
        <translation>Modification des limites de {name}</translation>
    </message>
    <message>
        <source>Cannot change the limits of {name}</source>
        <translation>Impossible de modifier les limites de {name}</translation>
    </message>
    <message>
        <source>Changed the limits of {name}</source>
        <translation>Limites de {name} modifiées</translation>
    </message>
    <message>
        <source>Cannot read {name}</source>
        <translation>Impossible de lire {name}</translation>
    </message>
    <message>
        <source>Committing {name}</source>
        <translation>Création d’une image de {name}</translation>
    </message>
    <message>
        <source>Cannot commit {name}</source>
        <translation>Impossible de créer une image de {name}</translation>
    </message>
    <message>
        <source>Committed {name} to {image}</source>
        <translation>Image {image} créée à partir de {name}</translation>
    </message>
    <message>
        <source>Export the files of a container</source>
        <translation>Exporter les fichiers d’un conteneur</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>Archives (*.tar)</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Export de {name}</translation>
    </message>
    <message>
        <source>Cannot export {name}</source>
        <translation>Impossible d’exporter {name}</translation>
    </message>
    <message>
        <source>Exported {name} to {path}</source>
        <translation>{name} exporté vers {path}</translation>
    </message>
    <message>
        <source>Start (Space)</source>
        <translation>Démarrer (Espace)</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>Arrêter (Espace)</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Reprendre (Espace)</translation>
    </message>
    <message>
        <source>Start all of the project</source>
        <translation>Démarrer tout le projet</translation>
    </message>
    <message>
        <source>Stop all of the project</source>
        <translation>Arrêter tout le projet</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Plus…</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Supprimer (Suppr)</translation>
    </message>
    <message>
        <source>All ports</source>
        <translation>Tous les ports</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Projet Compose</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Back to the containers (Alt+Left)</source>
        <translation>Retour aux conteneurs (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copier l’id</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Conteneur</translation>
    </message>
    <message>
        <source>Copy the id {id}</source>
        <translation>Copier l’id {id}</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>En cas d’échec</translation>
    </message>
    <message>
        <source>Always, unless it was stopped</source>
        <translation>Toujours, sauf s’il a été arrêté</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Rename container</source>
        <translation>Renommer le conteneur</translation>
    </message>
    <message>
        <source>A new name for {name}.</source>
        <translation>Un nouveau nom pour {name}.</translation>
    </message>
    <message>
        <source>Another container has this name</source>
        <translation>Un autre conteneur porte ce nom</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, two of them at least</source>
        <translation>Lettres, chiffres et _ . - seulement, au moins deux</translation>
    </message>
    <message>
        <source>Make an image of the files of {name} as they are now.</source>
        <translation>Créer une image des fichiers de {name} dans leur état actuel.</translation>
    </message>
    <message>
        <source>Commit to image</source>
        <translation>Créer une image</translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation>nom:tag</translation>
    </message>
    <message>
        <source>Pause the container meanwhile</source>
        <translation>Mettre le conteneur en pause pendant ce temps</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Volumes are not part of the image.</source>
        <translation>Les volumes ne font pas partie de l’image.</translation>
    </message>
    <message>
        <source>A name has no digest</source>
        <translation>Un nom n’a pas d’empreinte</translation>
    </message>
    <message>
        <source>Not a name of an image</source>
        <translation>Ce n’est pas un nom d’image</translation>
    </message>
    <message>
        <source>What {name} may use, from now on. Nothing is restarted.</source>
        <translation>Ce que {name} peut utiliser dès maintenant. Rien n’est redémarré.</translation>
    </message>
    <message>
        <source>Limits and restart policy</source>
        <translation>Limites et politique de redémarrage</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>Modifier les limites</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>For example 512m or 2g</source>
        <translation>Par exemple 512m ou 2g</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Redémarrage</translation>
    </message>
    <message>
        <source>CPUs are a number such as 1.5, memory is a size such as 512m</source>
        <translation>Les CPU sont un nombre comme 1.5, la mémoire une taille comme 512m</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Conteneurs</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>il y a {duration}</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Colonnes d’origine</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}, épinglé</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>Supprimé&#x202f;: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n container(s)</source>
        <translation>
            <numerusform>%n conteneur supprimé</numerusform>
            <numerusform>%n conteneurs supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s)</source>
        <translation>
            <numerusform>%n id copié</numerusform>
            <numerusform>%n id copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the id of {name}</source>
        <translation>Id de {name} copié</translation>
    </message>
    <message>
        <source>Cannot build {name}</source>
        <translation>Impossible de construire {name}</translation>
    </message>
    <message>
        <source>Built {name} in {time}</source>
        <translation>{name} construit en {time}</translation>
    </message>
    <message>
        <source>The build of {name} failed</source>
        <translation>Le build de {name} a échoué</translation>
    </message>
    <message>
        <source>Building {name}</source>
        <translation>Construction de {name}</translation>
    </message>
    <message>
        <source>Cancelling the build of {name}</source>
        <translation>Annulation du build de {name}</translation>
    </message>
    <message>
        <source>Cannot cancel the build of {name}</source>
        <translation>Impossible d’annuler le build de {name}</translation>
    </message>
    <message>
        <source>Deleted the build of {name}</source>
        <translation>Build de {name} supprimé</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n build(s)</source>
        <translation>
            <numerusform>%n build supprimé</numerusform>
            <numerusform>%n builds supprimés</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the build of {name}</source>
        <translation>Suppression du build de {name}</translation>
    </message>
    <message>
        <source>Cannot delete the build of {name}</source>
        <translation>Impossible de supprimer le build de {name}</translation>
    </message>
    <message>
        <source>The image has been deleted since</source>
        <translation>L’image a été supprimée depuis</translation>
    </message>
    <message>
        <source>Copied the docker command</source>
        <translation>Commande docker copiée</translation>
    </message>
    <message>
        <source>Sent {size}</source>
        <translation>{size} envoyés</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>Opening {address}</source>
        <translation>Ouverture de {address}</translation>
    </message>
    <message>
        <source>Cannot open {address}</source>
        <translation>Impossible d’ouvrir {address}</translation>
    </message>
    <message>
        <source>Copied {address}</source>
        <translation>Copié&#x202f;: {address}</translation>
    </message>
    <message>
        <source>No browser was found. Copied {address}</source>
        <translation>Aucun navigateur trouvé. Copié&#x202f;: {address}</translation>
    </message>
    <message>
        <source>Cannot kill {name}</source>
        <translation>Impossible de tuer {name}</translation>
    </message>
    <message>
        <source>Killing {name}</source>
        <translation>Arrêt forcé de {name}</translation>
    </message>
    <message>
        <source>Cannot delete {name}</source>
        <translation>Impossible de supprimer {name}</translation>
    </message>
    <message>
        <source>Deleting {name}</source>
        <translation>Suppression de {name}</translation>
    </message>
    <message>
        <source>Stopping {name}</source>
        <translation>Arrêt de {name}</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>Démarrage de {name}</translation>
    </message>
    <message>
        <source>Cannot start {name}</source>
        <translation>Impossible de démarrer {name}</translation>
    </message>
    <message>
        <source>{now}, then {next}</source>
        <translation>{now}, puis {next}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Cannot stop {name}</source>
        <translation>Impossible d’arrêter {name}</translation>
    </message>
    <message>
        <source>Restarting {name}</source>
        <translation>Redémarrage de {name}</translation>
    </message>
    <message>
        <source>Cannot restart {name}</source>
        <translation>Impossible de redémarrer {name}</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Mise en pause</translation>
    </message>
    <message>
        <source>Pausing {name}</source>
        <translation>Mise en pause de {name}</translation>
    </message>
    <message>
        <source>Cannot pause {name}</source>
        <translation>Impossible de mettre {name} en pause</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Reprise</translation>
    </message>
    <message>
        <source>Resuming {name}</source>
        <translation>Reprise de {name}</translation>
    </message>
    <message>
        <source>Cannot resume {name}</source>
        <translation>Impossible de reprendre {name}</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Lancer…</translation>
    </message>
    <message>
        <source>Run a new container (Ctrl+N)</source>
        <translation>Lancer un nouveau conteneur (Ctrl+N)</translation>
    </message>
    <message>
        <source>{running} running · {total} in all</source>
        <translation>{running} en marche · {total} en tout</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n container(s)</source>
        <translation>
            <numerusform>Le filtre masque %n conteneur</numerusform>
            <numerusform>Le filtre masque %n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Cannot register a docker context</source>
        <translation>Impossible d’enregistrer un contexte docker</translation>
    </message>
    <message>
        <source>Registering a docker context</source>
        <translation>Enregistrement d’un contexte docker</translation>
    </message>
    <message>
        <source>Docker command line</source>
        <translation>Ligne de commande Docker</translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation>Adresse du moteur</translation>
    </message>
    <message>
        <source>Register docker context</source>
        <translation>Enregistrer le contexte docker</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Contexte docker</translation>
    </message>
    <message>
        <source>Makes a docker context named davit, for: docker context use davit</source>
        <translation>Crée un contexte docker nommé davit, pour&#x202f;: docker context use davit</translation>
    </message>
    <message>
        <source>Copy as DOCKER_HOST</source>
        <translation>Copier comme DOCKER_HOST</translation>
    </message>
    <message>
        <source>Copied the address</source>
        <translation>Adresse copiée</translation>
    </message>
    <message>
        <source>Registered. Use it with: docker context use davit</source>
        <translation>Enregistré. Utilisez-le avec&#x202f;: docker context use davit</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Choose a folder to build from</source>
        <translation>Choisissez un dossier depuis lequel construire</translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation>Construire une image</translation>
    </message>
    <message>
        <source>A folder, or the address of a Git repository</source>
        <translation>Un dossier ou l’adresse d’un dépôt Git</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Ajouter un nom</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Add an argument</source>
        <translation>Ajouter un argument</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>Do every step again (no cache)</source>
        <translation>Refaire chaque étape (sans cache)</translation>
    </message>
    <message>
        <source>Look for newer base images (pull)</source>
        <translation>Chercher des images de base plus récentes (pull)</translation>
    </message>
    <message>
        <source>Build image</source>
        <translation>Construire l’image</translation>
    </message>
    <message>
        <source>Name for the image</source>
        <translation>Nom de l’image</translation>
    </message>
    <message>
        <source>Command: {command}</source>
        <translation>Commande&#x202f;: {command}</translation>
    </message>
    <message>
        <source>Build from a folder</source>
        <translation>Construire depuis un dossier</translation>
    </message>
    <message>
        <source>Choose a Dockerfile</source>
        <translation>Choisir un Dockerfile</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Un autre fichier…</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>La dernière</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n phase</numerusform>
            <numerusform>%n phases</numerusform>
        </translation>
    </message>
    <message>
        <source>takes {names}</source>
        <translation>prend {names}</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>ligne {line} : {problem}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>Le moteur est inutilisable</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: {reason}.</source>
        <translation>Rien ne répond à {host}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The engine is not running</source>
        <translation>Le moteur n’est pas en marche</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>Démarrer le moteur</translation>
    </message>
    <message>
        <source>Davit is not set up yet</source>
        <translation>Davit n’est pas encore configuré</translation>
    </message>
    <message>
        <source>Containers run in a small Linux machine of their own. It is made in a minute and needs no network.</source>
        <translation>Les conteneurs s’exécutent dans leur propre petite machine Linux. Elle est créée en une minute, sans réseau.</translation>
    </message>
    <message>
        <source>Set up Davit</source>
        <translation>Configurer Davit</translation>
    </message>
    <message>
        <source>The machine is starting</source>
        <translation>La machine démarre</translation>
    </message>
    <message>
        <source>The machine is stopping</source>
        <translation>La machine s’arrête</translation>
    </message>
    <message>
        <source>Containers are stopped in good order.</source>
        <translation>Les conteneurs sont arrêtés proprement.</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>La machine est en pause</translation>
    </message>
    <message>
        <source>Everything in it stands still until it is resumed.</source>
        <translation>Tout y est immobile jusqu’à la reprise.</translation>
    </message>
    <message>
        <source>The machine is asleep</source>
        <translation>La machine est en veille</translation>
    </message>
    <message>
        <source>It was idle, so it gave back its memory. It wakes by itself when docker or davit need it.</source>
        <translation>Inactive, elle a rendu sa mémoire. Elle se réveille d’elle-même quand docker ou davit en ont besoin.</translation>
    </message>
    <message>
        <source>The engine is stopped</source>
        <translation>Le moteur est arrêté</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>Voir ce qui s’est passé</translation>
    </message>
    <message>
        <source>Its machine is not running. Containers, images and volumes are kept.</source>
        <translation>Sa machine n’est pas en marche. Les conteneurs, images et volumes sont conservés.</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Démarrage du moteur</translation>
    </message>
    <message>
        <source>Cannot start the engine</source>
        <translation>Impossible de démarrer le moteur</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>Démarrage de la machine</translation>
    </message>
    <message>
        <source>1 CPU</source>
        <translation>1 processeur</translation>
    </message>
    <message>
        <source>A machine that runs is taken over.</source>
        <translation>Une machine en marche est reprise.</translation>
    </message>
    <message>
        <source>An upgrade was interrupted; the old image serves again.</source>
        <translation>Une mise à niveau a été interrompue&#x202f;; l’ancienne image sert de nouveau.</translation>
    </message>
    <message>
        <source>Another program may hold the machine&apos;s connection; davit machine diagnose looks further.</source>
        <translation>Un autre programme tient peut-être la connexion de la machine&#x202f;; davit machine diagnose regarde plus loin.</translation>
    </message>
    <message>
        <source>Another program took its port over. Restart the machine: davit machine restart</source>
        <translation>Un autre programme a pris son port. Redémarrez la machine&#x202f;: davit machine restart</translation>
    </message>
    <message>
        <source>Another supervisor looks after this machine</source>
        <translation>Un autre superviseur s’occupe de cette machine</translation>
    </message>
    <message>
        <source>Another supervisor may be running: davit machine status</source>
        <translation>Un autre superviseur est peut-être en marche&#x202f;: davit machine status</translation>
    </message>
    <message>
        <source>Can this computer resolve names itself? After a change of network: davit machine restart</source>
        <translation>Cet ordinateur résout-il lui-même les noms&#x202f;? Après un changement de réseau&#x202f;: davit machine restart</translation>
    </message>
    <message>
        <source>Cannot bring {wanted} into the machine</source>
        <translation>Impossible d’amener {wanted} dans la machine</translation>
    </message>
    <message>
        <source>Cannot check the data disk</source>
        <translation>Impossible de vérifier le disque de données</translation>
    </message>
    <message>
        <source>Cannot close {forward}</source>
        <translation>Impossible de fermer {forward}</translation>
    </message>
    <message>
        <source>Cannot create the data disk</source>
        <translation>Impossible de créer le disque de données</translation>
    </message>
    <message>
        <source>Cannot create the machine</source>
        <translation>Impossible de créer la machine</translation>
    </message>
    <message>
        <source>Cannot find QEMU</source>
        <translation>QEMU est introuvable</translation>
    </message>
    <message>
        <source>Cannot find qemu-img</source>
        <translation>qemu-img est introuvable</translation>
    </message>
    <message>
        <source>Cannot find the guest image</source>
        <translation>L’image invitée est introuvable</translation>
    </message>
    <message>
        <source>Cannot follow the engine</source>
        <translation>Impossible de suivre le moteur</translation>
    </message>
    <message>
        <source>Cannot give the machine {asked} of memory</source>
        <translation>Impossible de donner {asked} de mémoire à la machine</translation>
    </message>
    <message>
        <source>Cannot give the machine {cpus} CPUs</source>
        <translation>Impossible de donner {cpus} processeurs à la machine</translation>
    </message>
    <message>
        <source>Cannot hand {name} to the guest</source>
        <translation>Impossible de passer {name} à l’invité</translation>
    </message>
    <message>
        <source>Cannot lay out the machine</source>
        <translation>Impossible de préparer la machine</translation>
    </message>
    <message>
        <source>Cannot listen on {path}</source>
        <translation>Impossible d’écouter sur {path}</translation>
    </message>
    <message>
        <source>Cannot make a disk of {asked}</source>
        <translation>Impossible de faire un disque de {asked}</translation>
    </message>
    <message>
        <source>Cannot open a port</source>
        <translation>Impossible d’ouvrir un port</translation>
    </message>
    <message>
        <source>Cannot open ports</source>
        <translation>Impossible d’ouvrir des ports</translation>
    </message>
    <message>
        <source>Cannot open the host&apos;s port {port} to containers</source>
        <translation>Impossible d’ouvrir le port {port} de cet ordinateur aux conteneurs</translation>
    </message>
    <message>
        <source>Cannot open {forward}</source>
        <translation>Impossible d’ouvrir {forward}</translation>
    </message>
    <message>
        <source>Cannot put the Docker socket into {folder}</source>
        <translation>Impossible de mettre le socket Docker dans {folder}</translation>
    </message>
    <message>
        <source>Cannot reach QEMU at {path}</source>
        <translation>Impossible de joindre QEMU à {path}</translation>
    </message>
    <message>
        <source>Cannot reach the engine</source>
        <translation>Impossible de joindre le moteur</translation>
    </message>
    <message>
        <source>Cannot reach the guest</source>
        <translation>Impossible de joindre l’invité</translation>
    </message>
    <message>
        <source>Cannot reach the machine by SSH</source>
        <translation>Impossible de joindre la machine par SSH</translation>
    </message>
    <message>
        <source>Cannot read the key {path}</source>
        <translation>Impossible de lire la clé {path}</translation>
    </message>
    <message>
        <source>Cannot read the settings of the machine</source>
        <translation>Impossible de lire les réglages de la machine</translation>
    </message>
    <message>
        <source>Cannot read the size {text}</source>
        <translation>Impossible de comprendre la taille {text}</translation>
    </message>
    <message>
        <source>Cannot run {words}</source>
        <translation>Impossible d’exécuter {words}</translation>
    </message>
    <message>
        <source>Cannot share {path}</source>
        <translation>Impossible de partager {path}</translation>
    </message>
    <message>
        <source>Cannot shrink the disk to {size}</source>
        <translation>Impossible de réduire le disque à {size}</translation>
    </message>
    <message>
        <source>Cannot start QEMU</source>
        <translation>Impossible de démarrer QEMU</translation>
    </message>
    <message>
        <source>Cannot start qemu-img</source>
        <translation>Impossible de démarrer qemu-img</translation>
    </message>
    <message>
        <source>Cannot start the machine</source>
        <translation>Impossible de démarrer la machine</translation>
    </message>
    <message>
        <source>Cannot use the accelerator {setting}</source>
        <translation>Impossible d’utiliser l’accélérateur {setting}</translation>
    </message>
    <message>
        <source>Cannot use the disk image {path}</source>
        <translation>Impossible d’utiliser l’image disque {path}</translation>
    </message>
    <message>
        <source>Cannot use the folder {folder}</source>
        <translation>Impossible d’utiliser le dossier {folder}</translation>
    </message>
    <message>
        <source>Cannot use the guest image in {folder}</source>
        <translation>Impossible d’utiliser l’image invitée de {folder}</translation>
    </message>
    <message>
        <source>Cannot use the guest image {archive}</source>
        <translation>Impossible d’utiliser l’image de l’invité {archive}</translation>
    </message>
    <message>
        <source>Cannot use the idle time</source>
        <translation>Impossible d’utiliser la durée d’inactivité</translation>
    </message>
    <message>
        <source>Cannot use the path {text}</source>
        <translation>Impossible d’utiliser le chemin {text}</translation>
    </message>
    <message>
        <source>Cannot use the setting {name}</source>
        <translation>Impossible d’utiliser le réglage {name}</translation>
    </message>
    <message>
        <source>Cannot use the settings</source>
        <translation>Impossible d’utiliser les réglages</translation>
    </message>
    <message>
        <source>Cannot write the report {target}</source>
        <translation>Impossible d’écrire le rapport {target}</translation>
    </message>
    <message>
        <source>Cannot {arguments} the data disk</source>
        <translation>Échec de {arguments} sur le disque de données</translation>
    </message>
    <message>
        <source>Cannot {command} the machine</source>
        <translation>Impossible de {command} la machine</translation>
    </message>
    <message>
        <source>Cannot {purpose} while the machine is {state}</source>
        <translation>Impossible tant que la machine est {state}&#x202f;: {purpose}</translation>
    </message>
    <message>
        <source>Change it with davit machine set, or remove it with davit machine reset.</source>
        <translation>Modifiez-la avec davit machine set ou supprimez-la avec davit machine reset.</translation>
    </message>
    <message>
        <source>Check that the Mac has virtualization: sysctl kern.hv_support says 1.</source>
        <translation>Vérifiez que le Mac a la virtualisation&#x202f;: sysctl kern.hv_support donne 1.</translation>
    </message>
    <message>
        <source>Check the permissions of the machine&apos;s folder.</source>
        <translation>Vérifiez les droits du dossier de la machine.</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {cpus}.</source>
        <translation>Choisissez un nombre de 1 à {cpus}.</translation>
    </message>
    <message>
        <source>Choose a size between them.</source>
        <translation>Choisissez une taille entre les deux.</translation>
    </message>
    <message>
        <source>Choose another file: davit machine diagnose --bundle FILE</source>
        <translation>Choisissez un autre fichier&#x202f;: davit machine diagnose --bundle FICHIER</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose auto, which takes the fastest that works.</source>
        <translation>Choisissez auto, qui prend le plus rapide qui marche.</translation>
    </message>
    <message>
        <source>Choose less.</source>
        <translation>Choisissez moins.</translation>
    </message>
    <message>
        <source>Choose more.</source>
        <translation>Choisissez plus.</translation>
    </message>
    <message>
        <source>Choose seconds, or 0 to keep the machine running.</source>
        <translation>Choisissez des secondes, ou 0 pour que la machine reste en marche.</translation>
    </message>
    <message>
        <source>Choose the right folder with davit machine set --image or {image_variable}.</source>
        <translation>Choisissez le bon dossier avec davit machine set --image ou {image_variable}.</translation>
    </message>
    <message>
        <source>Choose {mib}.</source>
        <translation>Choisissez {mib}.</translation>
    </message>
    <message>
        <source>Close it: chmod 700 {folder}</source>
        <translation>Fermez-le&#x202f;: chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Close it: chmod {most} {path}</source>
        <translation>Fermez-le&#x202f;: chmod {most} {path}</translation>
    </message>
    <message>
        <source>Close other programs, or give it less: davit machine set --memory 1G</source>
        <translation>Fermez d’autres programmes ou donnez-lui moins&#x202f;: davit machine set --memory 1G</translation>
    </message>
    <message>
        <source>Create it: davit machine create</source>
        <translation>Créez-la&#x202f;: davit machine create</translation>
    </message>
    <message>
        <source>Create the machine: davit machine start</source>
        <translation>Créez la machine&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>Delete files to make room.</source>
        <translation>Supprimez des fichiers pour faire de la place.</translation>
    </message>
    <message>
        <source>Delete files. The machine pauses when nothing is left, and goes on afterwards.</source>
        <translation>Supprimez des fichiers. La machine se met en pause quand il ne reste rien, puis continue.</translation>
    </message>
    <message>
        <source>Delete it, or choose another with DAVIT_MACHINE_HOME.</source>
        <translation>Supprimez-le ou choisissez-en un autre avec DAVIT_MACHINE_HOME.</translation>
    </message>
    <message>
        <source>Delete the file; a new one is made with the next start.</source>
        <translation>Supprimez le fichier&#x202f;; le prochain démarrage en fait un nouveau.</translation>
    </message>
    <message>
        <source>Docker endpoint</source>
        <translation>point d’accès Docker</translation>
    </message>
    <message>
        <source>Emulation works everywhere: davit machine set --accelerator tcg</source>
        <translation>L’émulation marche partout&#x202f;: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>End it and start again: davit machine stop &amp;&amp; davit machine start</source>
        <translation>Terminez-le et redémarrez&#x202f;: davit machine stop &amp;&amp; davit machine start</translation>
    </message>
    <message>
        <source>End the other QEMU; davit machine status names it.</source>
        <translation>Terminez l’autre QEMU&#x202f;; davit machine status le nomme.</translation>
    </message>
    <message>
        <source>Export what can be read (davit machine export), then: davit machine repair</source>
        <translation>Exportez ce qui est lisible (davit machine export), puis&#x202f;: davit machine repair</translation>
    </message>
    <message>
        <source>Free some space, or put the machine elsewhere with DAVIT_MACHINE_HOME.</source>
        <translation>Libérez de la place ou mettez la machine ailleurs avec DAVIT_MACHINE_HOME.</translation>
    </message>
    <message>
        <source>Gave back {size} that the data disk no longer used.</source>
        <translation>{size} rendus, que le disque de données n’utilisait plus.</translation>
    </message>
    <message>
        <source>Give it back: chown</source>
        <translation>Rendez-le&#x202f;: chown</translation>
    </message>
    <message>
        <source>Give the machine less (davit machine set --memory 1G), or close other programs.</source>
        <translation>Donnez moins à la machine (davit machine set --memory 1G) ou fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Guests of another architecture are emulated, which is several times slower.</source>
        <translation>Les invités d’une autre architecture sont émulés, ce qui est plusieurs fois plus lent.</translation>
    </message>
    <message>
        <source>If it happens again, give the machine more memory or upgrade it.</source>
        <translation>Si cela se reproduit, donnez plus de mémoire à la machine ou mettez-la à niveau.</translation>
    </message>
    <message>
        <source>In a virtual machine, see that the computer below allows nested virtualization.</source>
        <translation>Dans une machine virtuelle, l’ordinateur du dessous doit permettre la virtualisation imbriquée.</translation>
    </message>
    <message>
        <source>Install Davit again, or build the image: vm/image/build.py</source>
        <translation>Réinstallez Davit ou construisez l’image&#x202f;: vm/image/build.py</translation>
    </message>
    <message>
        <source>Install Davit again, or name another image with: davit machine set --image</source>
        <translation>Réinstallez Davit ou nommez une autre image&#x202f;: davit machine set --image</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along, or run: brew install qemu</source>
        <translation>Réinstallez Davit, qui apporte QEMU, ou lancez&#x202f;: brew install qemu</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along.</source>
        <translation>Réinstallez Davit, qui apporte QEMU.</translation>
    </message>
    <message>
        <source>Install Davit again.</source>
        <translation>Réinstallez Davit.</translation>
    </message>
    <message>
        <source>Install QEMU again with its firmware (Debian, Ubuntu: sudo apt install seabios).</source>
        <translation>Réinstallez QEMU avec son micrologiciel (Debian, Ubuntu&#x202f;: sudo apt install seabios).</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Réinstallez-le.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install qemu-utils</source>
        <translation>Installez-le&#x202f;: sudo apt install qemu-utils</translation>
    </message>
    <message>
        <source>Cannot turn on {subject}</source>
        <translation>Impossible d’activer {subject}</translation>
    </message>
    <message>
        <source>Cannot export to {path}</source>
        <translation>Impossible d’exporter vers {path}</translation>
    </message>
    <message>
        <source>Cannot import {path}</source>
        <translation>Impossible d’importer {path}</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Export it again: davit machine export FILE</source>
        <translation>Exportez de nouveau : davit machine export FICHIER</translation>
    </message>
    <message>
        <source>Install it: sudo {debian} (Debian, Ubuntu) or sudo {fedora} (Fedora).</source>
        <translation>Installez-le : sudo {debian} (Debian, Ubuntu) ou sudo {fedora} (Fedora).</translation>
    </message>
    <message>
        <source>Install it: sudo {here}</source>
        <translation>Installez-le : sudo {here}</translation>
    </message>
    <message>
        <source>Its log has the whole story: davit machine logs</source>
        <translation>Son journal raconte tout&#x202f;: davit machine logs</translation>
    </message>
    <message>
        <source>Its log is C:\Windows\Logs\DISM\dism.log</source>
        <translation>Son journal est C:\Windows\Logs\DISM\dism.log</translation>
    </message>
    <message>
        <source>Its log may tell more: {supervisor_log}</source>
        <translation>Son journal en dit peut-être plus&#x202f;: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its log may tell why: {supervisor_log}</source>
        <translation>Son journal dit peut-être pourquoi&#x202f;: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its output says why. Another program may hold its files.</source>
        <translation>Sa sortie dit pourquoi. Un autre programme tient peut-être ses fichiers.</translation>
    </message>
    <message>
        <source>Join the group kvm and log in again: sudo usermod -aG kvm $USER</source>
        <translation>Rejoignez le groupe kvm et reconnectez-vous&#x202f;: sudo usermod -aG kvm $USER</translation>
    </message>
    <message>
        <source>Keep it.</source>
        <translation>Gardez-le.</translation>
    </message>
    <message>
        <source>Keep the size; space that is not used takes none on this computer. For a smaller one, export what you need and run: davit machine reset</source>
        <translation>Gardez la taille&#x202f;; la place inutilisée ne coûte rien sur cet ordinateur. Pour un plus petit, exportez le nécessaire et lancez&#x202f;: davit machine reset</translation>
    </message>
    <message>
        <source>Let Davit choose: davit machine set --accelerator auto</source>
        <translation>Laissez Davit choisir&#x202f;: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Let Davit find it: davit machine set --qemu &apos;&apos;</source>
        <translation>Laissez Davit le trouver&#x202f;: davit machine set --qemu &apos;&apos;</translation>
    </message>
    <message>
        <source>Let it go on: davit machine resume</source>
        <translation>Laissez-la continuer&#x202f;: davit machine resume</translation>
    </message>
    <message>
        <source>Look at it and repair it: davit machine repair</source>
        <translation>Regardez-le et réparez-le&#x202f;: davit machine repair</translation>
    </message>
    <message>
        <source>Look at it: davit machine console</source>
        <translation>Regardez-la&#x202f;: davit machine console</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>Déplacez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Move it out of the way.</source>
        <translation>Déplacez-le ailleurs.</translation>
    </message>
    <message>
        <source>Move the volumes one by one, with Export and Import, and pull the images anew.</source>
        <translation>Déplacez les volumes un par un, avec Exporter et Importer, et téléchargez de nouveau les images.</translation>
    </message>
    <message>
        <source>Name each folder once.</source>
        <translation>Nommez chaque dossier une seule fois.</translation>
    </message>
    <message>
        <source>Only root may listen below port {value} here. Publish a higher port, or allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</source>
        <translation>Ici, seul root peut écouter sous le port {value}. Publiez un port plus élevé ou permettez-le&#x202f;: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</translation>
    </message>
    <message>
        <source>Or let Davit choose: davit machine set --accelerator auto</source>
        <translation>Ou laissez Davit choisir&#x202f;: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Publish it on an IPv4 address, such as 127.0.0.1.</source>
        <translation>Publiez-le sur une adresse IPv4, comme 127.0.0.1.</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that it has.</source>
        <translation>Publiez sur 127.0.0.1 ou sur une adresse qu’il possède.</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that this computer has.</source>
        <translation>Publiez sur 127.0.0.1 ou sur une adresse de cet ordinateur.</translation>
    </message>
    <message>
        <source>Put back a copy (davit machine import), or start anew: davit machine reset</source>
        <translation>Remettez une copie (davit machine import) ou repartez de zéro&#x202f;: davit machine reset</translation>
    </message>
    <message>
        <source>Put back a copy, or make a new one: davit machine reset</source>
        <translation>Remettez une copie ou faites-en un nouveau&#x202f;: davit machine reset</translation>
    </message>
    <message>
        <source>QEMU and the supervisor ended without a word, as when the computer restarts</source>
        <translation>QEMU et le superviseur se sont terminés sans un mot, comme au redémarrage de l’ordinateur</translation>
    </message>
    <message>
        <source>QEMU did not start</source>
        <translation>QEMU n’a pas démarré</translation>
    </message>
    <message>
        <source>QEMU does not answer</source>
        <translation>QEMU ne répond pas</translation>
    </message>
    <message>
        <source>QEMU does not forward its ports</source>
        <translation>QEMU ne redirige pas ses ports</translation>
    </message>
    <message>
        <source>QEMU does not say which port it has chosen</source>
        <translation>QEMU ne dit pas quel port il a choisi</translation>
    </message>
    <message>
        <source>QEMU ended without a word</source>
        <translation>QEMU s’est terminé sans un mot</translation>
    </message>
    <message>
        <source>QEMU failed</source>
        <translation>QEMU a échoué</translation>
    </message>
    <message>
        <source>QEMU has marked it as damaged</source>
        <translation>QEMU l’a marqué comme endommagé</translation>
    </message>
    <message>
        <source>QEMU monitor</source>
        <translation>moniteur de QEMU</translation>
    </message>
    <message>
        <source>QEMU process</source>
        <translation>processus QEMU</translation>
    </message>
    <message>
        <source>QEMU refused {command}</source>
        <translation>QEMU a refusé {command}</translation>
    </message>
    <message>
        <source>QEMU stopped</source>
        <translation>QEMU s’est arrêté</translation>
    </message>
    <message>
        <source>QEMU stopped in the middle of the guest</source>
        <translation>QEMU s’est arrêté au milieu de l’invité</translation>
    </message>
    <message>
        <source>Remove what is not needed (davit system prune), or let it grow: davit machine set --disk 128G</source>
        <translation>Supprimez l’inutile (davit system prune) ou agrandissez-le&#x202f;: davit machine set --disk 128G</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>Renommez le dossier.</translation>
    </message>
    <message>
        <source>Repair it: davit machine repair. Or save it first: davit machine export FILE</source>
        <translation>Réparez-le&#x202f;: davit machine repair. Ou sauvegardez-le d’abord&#x202f;: davit machine export FICHIER</translation>
    </message>
    <message>
        <source>Repair the file, or delete it and run: davit machine create. The disk is kept.</source>
        <translation>Réparez le fichier, ou supprimez-le et lancez&#x202f;: davit machine create. Le disque est gardé.</translation>
    </message>
    <message>
        <source>Repaired {found} wrong entries of the data disk.</source>
        <translation>{found} entrées erronées du disque de données réparées.</translation>
    </message>
    <message>
        <source>Restart it: davit machine restart</source>
        <translation>Redémarrez-la&#x202f;: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine, which gives the guest its keys again: davit machine restart</source>
        <translation>Redémarrez la machine, ce qui rend ses clés à l’invité&#x202f;: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine: davit machine restart</source>
        <translation>Redémarrez la machine&#x202f;: davit machine restart</translation>
    </message>
    <message>
        <source>Save it first (davit machine export FILE), then: davit machine repair</source>
        <translation>Sauvegardez-le d’abord (davit machine export FICHIER), puis&#x202f;: davit machine repair</translation>
    </message>
    <message>
        <source>Save what can be read: davit machine export FILE. Then start anew: davit machine reset</source>
        <translation>Sauvegardez ce qui est lisible&#x202f;: davit machine export FICHIER. Puis repartez de zéro&#x202f;: davit machine reset</translation>
    </message>
    <message>
        <source>See how far it came: davit machine status</source>
        <translation>Voyez jusqu’où elle est allée&#x202f;: davit machine status</translation>
    </message>
    <message>
        <source>See the end of it: davit machine console</source>
        <translation>Voyez-en la fin&#x202f;: davit machine console</translation>
    </message>
    <message>
        <source>See the state: davit machine status</source>
        <translation>Voyez l’état&#x202f;: davit machine status</translation>
    </message>
    <message>
        <source>See the whole output: davit machine diagnose</source>
        <translation>Voyez toute la sortie&#x202f;: davit machine diagnose</translation>
    </message>
    <message>
        <source>See why: davit machine logs qemu.</source>
        <translation>Voyez pourquoi&#x202f;: davit machine logs qemu.</translation>
    </message>
    <message>
        <source>Share a folder that exists.</source>
        <translation>Partagez un dossier qui existe.</translation>
    </message>
    <message>
        <source>Share it: davit machine set --share {quoted}</source>
        <translation>Partagez-le&#x202f;: davit machine set --share {quoted}</translation>
    </message>
    <message>
        <source>Share the outer folder alone, or make the inner one read-only.</source>
        <translation>Partagez seulement le dossier extérieur, ou l’intérieur en lecture seule.</translation>
    </message>
    <message>
        <source>Share them by SFTP: davit machine set --share-transport sftp</source>
        <translation>Partagez-les par SFTP&#x202f;: davit machine set --share-transport sftp</translation>
    </message>
    <message>
        <source>Start it: davit machine start</source>
        <translation>Démarrez-la&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>Stop it first: davit machine stop</source>
        <translation>Arrêtez-la d’abord&#x202f;: davit machine stop</translation>
    </message>
    <message>
        <source>Stop it: davit machine stop</source>
        <translation>Arrêtez-la&#x202f;: davit machine stop</translation>
    </message>
    <message>
        <source>Stop sharing it: davit machine set --unshare {path}</source>
        <translation>Cessez de le partager&#x202f;: davit machine set --unshare {path}</translation>
    </message>
    <message>
        <source>Stop that container, or publish another port.</source>
        <translation>Arrêtez ce conteneur ou publiez un autre port.</translation>
    </message>
    <message>
        <source>Stop that program, or publish another port.</source>
        <translation>Fermez ce programme ou publiez un autre port.</translation>
    </message>
    <message>
        <source>Stop the machine and start it again: davit machine restart</source>
        <translation>Arrêtez la machine et redémarrez-la&#x202f;: davit machine restart</translation>
    </message>
    <message>
        <source>Stop the program that uses it.</source>
        <translation>Fermez le programme qui l’utilise.</translation>
    </message>
    <message>
        <source>Switch on the Windows Hypervisor Platform in an administrator&apos;s terminal and restart: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</source>
        <translation>Activez la plateforme d’hyperviseur Windows dans un terminal d’administrateur et redémarrez&#x202f;: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</translation>
    </message>
    <message>
        <source>Switch on virtualization in the computer&apos;s firmware and load the module kvm; in a virtual machine, allow nested virtualization.</source>
        <translation>Activez la virtualisation dans le micrologiciel et chargez le module kvm&#x202f;; dans une machine virtuelle, permettez la virtualisation imbriquée.</translation>
    </message>
    <message>
        <source>Take it over again: davit machine start</source>
        <translation>Reprenez-la&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>The data disk could not be mended</source>
        <translation>Le disque de données n’a pas pu être remis en état</translation>
    </message>
    <message>
        <source>The data disk could not be repaired</source>
        <translation>Le disque de données n’a pas pu être réparé</translation>
    </message>
    <message>
        <source>The data disk is checked and mended.</source>
        <translation>Le disque de données est vérifié et remis en état.</translation>
    </message>
    <message>
        <source>The data disk is damaged</source>
        <translation>Le disque de données est endommagé</translation>
    </message>
    <message>
        <source>The data disk is in order.</source>
        <translation>Le disque de données est en ordre.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. The machine is paused until there is room.</source>
        <translation>Le disque de cet ordinateur est plein. La machine est en pause jusqu’à ce qu’il y ait de la place.</translation>
    </message>
    <message>
        <source>The disk of this computer may be failing; copy the file elsewhere.</source>
        <translation>Le disque de cet ordinateur est peut-être défaillant&#x202f;; copiez le fichier ailleurs.</translation>
    </message>
    <message>
        <source>The disk with containers and images could not be mounted</source>
        <translation>Le disque des conteneurs et des images n’a pas pu être monté</translation>
    </message>
    <message>
        <source>The end of the console tells more; davit machine diagnose looks further.</source>
        <translation>La fin de la console en dit plus&#x202f;; davit machine diagnose regarde plus loin.</translation>
    </message>
    <message>
        <source>The engine did not answer</source>
        <translation>Le moteur n’a pas répondu</translation>
    </message>
    <message>
        <source>The engine did not answer as expected</source>
        <translation>Le moteur n’a pas répondu comme prévu</translation>
    </message>
    <message>
        <source>The engine inside the machine did not start</source>
        <translation>Le moteur de la machine n’a pas démarré</translation>
    </message>
    <message>
        <source>The engine runs but does not answer</source>
        <translation>Le moteur est en marche mais ne répond pas</translation>
    </message>
    <message>
        <source>The guest could not do “{verb}”</source>
        <translation>L’invité n’a pas pu faire «&#x202f;{verb}&#x202f;»</translation>
    </message>
    <message>
        <source>The guest could not mount its system</source>
        <translation>L’invité n’a pas pu monter son système</translation>
    </message>
    <message>
        <source>The guest could not set up its network</source>
        <translation>L’invité n’a pas pu mettre en place son réseau</translation>
    </message>
    <message>
        <source>The guest did not leave the data disk alone</source>
        <translation>L’invité n’a pas lâché le disque de données</translation>
    </message>
    <message>
        <source>The guest did not power down within {stop_limit} s; QEMU was ended.</source>
        <translation>L’invité ne s’est pas éteint en {stop_limit} s&#x202f;; QEMU a été terminé.</translation>
    </message>
    <message>
        <source>The guest does not tell its usage</source>
        <translation>L’invité ne dit pas ce qu’il utilise</translation>
    </message>
    <message>
        <source>The guest has shut itself down.</source>
        <translation>L’invité s’est éteint de lui-même.</translation>
    </message>
    <message>
        <source>The guest image may be damaged; lay it out again: davit machine upgrade</source>
        <translation>L’image invitée est peut-être endommagée&#x202f;; remettez-la en place&#x202f;: davit machine upgrade</translation>
    </message>
    <message>
        <source>The guest image {version} did not get ready</source>
        <translation>L’image invitée {version} n’a pas été prête</translation>
    </message>
    <message>
        <source>The guest restarted itself</source>
        <translation>L’invité a redémarré de lui-même</translation>
    </message>
    <message>
        <source>The guest shut itself down while it started</source>
        <translation>L’invité s’est éteint de lui-même au démarrage</translation>
    </message>
    <message>
        <source>The guest&apos;s kernel did not start</source>
        <translation>Le noyau de l’invité n’a pas démarré</translation>
    </message>
    <message>
        <source>The machine did not answer in time</source>
        <translation>La machine n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>The machine did not start</source>
        <translation>La machine n’a pas démarré</translation>
    </message>
    <message>
        <source>The machine did not start ({stage})</source>
        <translation>La machine n’a pas démarré ({stage})</translation>
    </message>
    <message>
        <source>The machine does not take a command</source>
        <translation>La machine n’accepte pas de commande</translation>
    </message>
    <message>
        <source>The machine failed</source>
        <translation>La machine a échoué</translation>
    </message>
    <message>
        <source>The machine failed {back_off} times; it is not restarted any more.</source>
        <translation>La machine a échoué {back_off} fois&#x202f;; elle n’est plus redémarrée.</translation>
    </message>
    <message>
        <source>The machine goes on.</source>
        <translation>La machine continue.</translation>
    </message>
    <message>
        <source>The machine is no longer running</source>
        <translation>La machine n’est plus en marche</translation>
    </message>
    <message>
        <source>The machine is not ready</source>
        <translation>La machine n’est pas prête</translation>
    </message>
    <message>
        <source>The machine is not running</source>
        <translation>La machine n’est pas en marche</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>La machine est en pause.</translation>
    </message>
    <message>
        <source>The machine is ready, after {seconds} s.</source>
        <translation>La machine est prête, après {seconds} s.</translation>
    </message>
    <message>
        <source>The machine is restarted in {pause} s.</source>
        <translation>La machine redémarre dans {pause} s.</translation>
    </message>
    <message>
        <source>The machine is stopped</source>
        <translation>La machine est arrêtée</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>La machine est arrêtée.</translation>
    </message>
    <message>
        <source>The machine is {word}.</source>
        <translation>La machine est {word}.</translation>
    </message>
    <message>
        <source>The machine runs the guest image {version}.</source>
        <translation>La machine utilise l’image invitée {version}.</translation>
    </message>
    <message>
        <source>The machine runs without hardware acceleration and is several times slower: {candidate} {reason}.</source>
        <translation>La machine fonctionne sans accélération matérielle, plusieurs fois plus lentement&#x202f;: {candidate} {reason}.</translation>
    </message>
    <message>
        <source>The machine runs, but nothing looks after it</source>
        <translation>La machine est en marche, mais rien ne s’occupe d’elle</translation>
    </message>
    <message>
        <source>The machine starts again.</source>
        <translation>La machine démarre à nouveau.</translation>
    </message>
    <message>
        <source>The machine starts.</source>
        <translation>La machine démarre.</translation>
    </message>
    <message>
        <source>The machine stops its containers and powers down.</source>
        <translation>La machine arrête ses conteneurs et s’éteint.</translation>
    </message>
    <message>
        <source>The machine was not mended</source>
        <translation>La machine n’a pas été remise en état</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set after a pause.</source>
        <translation>L’horloge de la machine a été réglée après une pause.</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor could not start</source>
        <translation>Le superviseur de la machine n’a pas pu démarrer</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor did not come up</source>
        <translation>Le superviseur de la machine n’a pas démarré</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor does not end</source>
        <translation>Le superviseur de la machine ne se termine pas</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor ended before it answered</source>
        <translation>Le superviseur de la machine s’est terminé avant de répondre</translation>
    </message>
    <message>
        <source>The ports changed.</source>
        <translation>Les ports ont changé.</translation>
    </message>
    <message>
        <source>The settings changed.</source>
        <translation>Les réglages ont changé.</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>Le démarrage a été annulé.</translation>
    </message>
    <message>
        <source>The supervisor does not know “{method}”</source>
        <translation>Le superviseur ne connaît pas «&#x202f;{method}&#x202f;»</translation>
    </message>
    <message>
        <source>The supervisor stumbled over “{method}”</source>
        <translation>Le superviseur a trébuché sur «&#x202f;{method}&#x202f;»</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log has the whole story: davit machine logs</source>
        <translation>Le journal du superviseur raconte tout&#x202f;: davit machine logs</translation>
    </message>
    <message>
        <source>The system may have run out of memory: give the machine less.</source>
        <translation>Le système a peut-être manqué de mémoire&#x202f;: donnez moins à la machine.</translation>
    </message>
    <message>
        <source>The work was broken off.</source>
        <translation>Le travail a été interrompu.</translation>
    </message>
    <message>
        <source>There is a machine in {home} already</source>
        <translation>Il y a déjà une machine dans {home}</translation>
    </message>
    <message>
        <source>There is no machine in {home}</source>
        <translation>Il n’y a pas de machine dans {home}</translation>
    </message>
    <message>
        <source>There is no machine yet</source>
        <translation>Il n’y a pas encore de machine</translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation>Il n’y a pas de réglage {name}</translation>
    </message>
    <message>
        <source>There is room again; the machine goes on.</source>
        <translation>Il y a de nouveau de la place&#x202f;; la machine continue.</translation>
    </message>
    <message>
        <source>This QEMU is not signed for the hypervisor. Use the one that comes with Davit, or one from Homebrew.</source>
        <translation>Ce QEMU n’est pas signé pour l’hyperviseur. Utilisez celui de Davit ou un de Homebrew.</translation>
    </message>
    <message>
        <source>Try again, and say Yes.</source>
        <translation>Réessayez et répondez Oui.</translation>
    </message>
    <message>
        <source>Try again; the computer may be very busy.</source>
        <translation>Réessayez&#x202f;; l’ordinateur est peut-être très occupé.</translation>
    </message>
    <message>
        <source>Try without acceleration: davit machine set --accelerator tcg</source>
        <translation>Essayez sans accélération&#x202f;: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>Type it yourself: sudo {words}</source>
        <translation>Tapez-le vous-même : sudo {words}</translation>
    </message>
    <message>
        <source>UDP on an IPv6 address does not lead into the machine</source>
        <translation>UDP sur une adresse IPv6 ne mène pas dans la machine</translation>
    </message>
    <message>
        <source>Upgrade Davit on this computer first, then import again.</source>
        <translation>Mettez d’abord Davit à jour sur cet ordinateur, puis importez de nouveau.</translation>
    </message>
    <message>
        <source>Upgrade it first: davit machine upgrade</source>
        <translation>Mettez-la d’abord à niveau&#x202f;: davit machine upgrade</translation>
    </message>
    <message>
        <source>Use a newer version of Davit.</source>
        <translation>Utilisez une version plus récente de Davit.</translation>
    </message>
    <message>
        <source>Use an image of its own.</source>
        <translation>Utilisez une image indépendante.</translation>
    </message>
    <message>
        <source>Use an image that is not.</source>
        <translation>Utilisez une image qui ne l’est pas.</translation>
    </message>
    <message>
        <source>Use the QEMU of the distribution.</source>
        <translation>Utilisez le QEMU de la distribution.</translation>
    </message>
    <message>
        <source>Wait until it has stopped.</source>
        <translation>Attendez qu’elle soit arrêtée.</translation>
    </message>
    <message>
        <source>Wait until it is ready, or stop it: davit machine stop</source>
        <translation>Attendez qu’elle soit prête ou arrêtez-la&#x202f;: davit machine stop</translation>
    </message>
    <message>
        <source>Wake it: davit machine start</source>
        <translation>Réveillez-la&#x202f;: davit machine start</translation>
    </message>
    <message>
        <source>When its settings were changed, undo that: davit machine set --engine. The end of the console tells more.</source>
        <translation>Si ses réglages ont changé, revenez en arrière&#x202f;: davit machine set --engine. La fin de la console en dit plus.</translation>
    </message>
    <message>
        <source>Windows may have reserved the port; see: netsh interface ipv4 show excludedportrange protocol=tcp</source>
        <translation>Windows a peut-être réservé le port&#x202f;; voyez&#x202f;: netsh interface ipv4 show excludedportrange protocol=tcp</translation>
    </message>
    <message>
        <source>Windows was not given the permission</source>
        <translation>Windows n’a pas reçu l’autorisation</translation>
    </message>
    <message>
        <source>Write it like 4G or 512M.</source>
        <translation>Écrivez-la comme 4G ou 512M.</translation>
    </message>
    <message>
        <source>Write one line.</source>
        <translation>Écrivez une seule ligne.</translation>
    </message>
    <message>
        <source>Write the path without it.</source>
        <translation>Écrivez le chemin sans cela.</translation>
    </message>
    <message>
        <source>Write the whole path.</source>
        <translation>Écrivez le chemin entier.</translation>
    </message>
    <message>
        <source>a file of the guest image cannot be read</source>
        <translation>un fichier de l’image invitée est illisible</translation>
    </message>
    <message>
        <source>a firmware file of QEMU is missing</source>
        <translation>un fichier de micrologiciel de QEMU manque</translation>
    </message>
    <message>
        <source>a port is in use: {thing}</source>
        <translation>un port est occupé&#x202f;: {thing}</translation>
    </message>
    <message>
        <source>another QEMU runs this machine</source>
        <translation>un autre QEMU fait tourner cette machine</translation>
    </message>
    <message>
        <source>another container</source>
        <translation>un autre conteneur</translation>
    </message>
    <message>
        <source>another process uses the machine&apos;s disk</source>
        <translation>un autre processus utilise le disque de la machine</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>un autre programme y écoute</translation>
    </message>
    <message>
        <source>answers in {value} ms</source>
        <translation>répond en {value} ms</translation>
    </message>
    <message>
        <source>answers in {value} ms, with the key that it was given</source>
        <translation>répond en {value} ms, avec la clé reçue</translation>
    </message>
    <message>
        <source>answers; the guest has {total} MiB of memory</source>
        <translation>répond&#x202f;; l’invité a {total} MiB de mémoire</translation>
    </message>
    <message>
        <source>both sides proved their key in {value} ms</source>
        <translation>les deux côtés ont prouvé leur clé en {value} ms</translation>
    </message>
    <message>
        <source>container {container}</source>
        <translation>le conteneur {container}</translation>
    </message>
    <message>
        <source>data disk</source>
        <translation>disque de données</translation>
    </message>
    <message>
        <source>disks are made of whole MiB</source>
        <translation>les disques sont faits de MiB entiers</translation>
    </message>
    <message>
        <source>does not start ({words})</source>
        <translation>ne démarre pas ({words})</translation>
    </message>
    <message>
        <source>e2fsck ended with status {status}</source>
        <translation>e2fsck s’est terminé avec l’état {status}</translation>
    </message>
    <message>
        <source>engine&apos;s gate</source>
        <translation>porte du moteur</translation>
    </message>
    <message>
        <source>export it</source>
        <translation>exporter</translation>
    </message>
    <message>
        <source>hangs (at the first special instruction, for {seconds} s)</source>
        <translation>se bloque (à la première instruction spéciale, pendant {seconds} s)</translation>
    </message>
    <message>
        <source>hangs (no guest code ran within {seconds} s)</source>
        <translation>se bloque (aucun code invité en {seconds} s)</translation>
    </message>
    <message>
        <source>is not part of {program}</source>
        <translation>ne fait pas partie de {program}</translation>
    </message>
    <message>
        <source>it and {other} lie in each other with the same access</source>
        <translation>celui-ci et {other} sont l’un dans l’autre avec le même accès</translation>
    </message>
    <message>
        <source>it begins with neither unix:// nor npipe://</source>
        <translation>elle ne commence ni par unix:// ni par npipe://</translation>
    </message>
    <message>
        <source>it belongs to another user (uid {st_uid})</source>
        <translation>il appartient à un autre utilisateur (uid {st_uid})</translation>
    </message>
    <message>
        <source>it can have {least_disk} to {most_disk}</source>
        <translation>il peut avoir de {least_disk} à {most_disk}</translation>
    </message>
    <message>
        <source>it claims to hold {size} bytes</source>
        <translation>il prétend contenir {size} octets</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>la connexion a été fermée</translation>
    </message>
    <message>
        <source>it comes from a computer with {architecture} processors, and its images and containers do not run on {here}</source>
        <translation>il vient d’un ordinateur à processeurs {architecture}, et ses images et conteneurs ne fonctionnent pas sur {here}</translation>
    </message>
    <message>
        <source>it did not answer within {handshake_limit} s</source>
        <translation>pas de réponse en {handshake_limit} s</translation>
    </message>
    <message>
        <source>it did not get there within {wake_limit} s</source>
        <translation>elle n’y est pas arrivée en {wake_limit} s</translation>
    </message>
    <message>
        <source>it did not greet within {waited} s</source>
        <translation>pas de salutation en {waited} s</translation>
    </message>
    <message>
        <source>it does not begin at the root</source>
        <translation>il ne commence pas à la racine</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>il n’existe pas</translation>
    </message>
    <message>
        <source>it does not exist, and {host_path} is shared read-only</source>
        <translation>il n’existe pas, et {host_path} est partagé en lecture seule</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>il n’est pas en marche</translation>
    </message>
    <message>
        <source>it ended with status {returncode}</source>
        <translation>il s’est terminé avec l’état {returncode}</translation>
    </message>
    <message>
        <source>it ended with status {status} and said nothing</source>
        <translation>il s’est terminé avec l’état {status} sans rien dire</translation>
    </message>
    <message>
        <source>it ended without being asked</source>
        <translation>il s’est terminé sans qu’on le demande</translation>
    </message>
    <message>
        <source>it has format {format}, and this version reads {format2}</source>
        <translation>il a le format {format}, et cette version lit {format2}</translation>
    </message>
    <message>
        <source>it has more than one line</source>
        <translation>il a plus d’une ligne</translation>
    </message>
    <message>
        <source>it has told nothing of the guest&apos;s memory</source>
        <translation>il n’a rien dit de la mémoire de l’invité</translation>
    </message>
    <message>
        <source>it has {disk_now}, and cutting off its end would destroy data</source>
        <translation>il a {disk_now}, et couper sa fin détruirait des données</translation>
    </message>
    <message>
        <source>it has {now}</source>
        <translation>il a {now}</translation>
    </message>
    <message>
        <source>it holds more files than an image has</source>
        <translation>il contient plus de fichiers qu’une image</translation>
    </message>
    <message>
        <source>it holds more than an export does</source>
        <translation>il contient plus qu’un export</translation>
    </message>
    <message>
        <source>it holds {name}, which is no plain file</source>
        <translation>il contient {name}, qui n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>il est tronqué</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>il est chiffré</translation>
    </message>
    <message>
        <source>it is gone ({command})</source>
        <translation>il a disparu ({command})</translation>
    </message>
    <message>
        <source>it is in none of {candidates}</source>
        <translation>elle n’est dans aucun de {candidates}</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>il est occupé</translation>
    </message>
    <message>
        <source>it is in use by {holder}</source>
        <translation>il est utilisé par {holder}</translation>
    </message>
    <message>
        <source>it is neither beside {program} nor on PATH</source>
        <translation>il n’est ni à côté de {program} ni dans PATH</translation>
    </message>
    <message>
        <source>it is no name of a fw_cfg item</source>
        <translation>ce n’est pas un nom d’élément fw_cfg</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>it is not a number with a unit</source>
        <translation>ce n’est pas un nombre avec une unité</translation>
    </message>
    <message>
        <source>it is not a path</source>
        <translation>ce n’est pas un chemin</translation>
    </message>
    <message>
        <source>it is not an absolute path</source>
        <translation>ce n’est pas un chemin absolu</translation>
    </message>
    <message>
        <source>it is not an export of a machine</source>
        <translation>ce n’est pas l’export d’une machine</translation>
    </message>
    <message>
        <source>it is not an image in a tar, or is cut off</source>
        <translation>ce n’est pas une image dans un tar, ou elle est tronquée</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>il n’est pas connecté</translation>
    </message>
    <message>
        <source>it is not in qcow2 format</source>
        <translation>il n’est pas au format qcow2</translation>
    </message>
    <message>
        <source>it is not mounted yet</source>
        <translation>il n’est pas encore monté</translation>
    </message>
    <message>
        <source>it is of another version than this program</source>
        <translation>il est d’une autre version que ce programme</translation>
    </message>
    <message>
        <source>it is qcow2 of the unknown version {version}</source>
        <translation>il est en qcow2 de la version inconnue {version}</translation>
    </message>
    <message>
        <source>it is shared already</source>
        <translation>il est déjà partagé</translation>
    </message>
    <message>
        <source>it is {state}</source>
        <translation>elle est {state}</translation>
    </message>
    <message>
        <source>it keeps its data in another file</source>
        <translation>il garde ses données dans un autre fichier</translation>
    </message>
    <message>
        <source>it leads through &apos;..&apos;</source>
        <translation>il passe par &apos;..&apos;</translation>
    </message>
    <message>
        <source>it needs at least {least_memory}</source>
        <translation>il lui faut au moins {least_memory}</translation>
    </message>
    <message>
        <source>it needs more than {size} MiB where {parent} lies, and {free} MiB are free</source>
        <translation>il lui faut plus de {size} MiB là où se trouve {parent}, et {free} MiB sont libres</translation>
    </message>
    <message>
        <source>it needs {size} where {parent} lies, and {free} are free</source>
        <translation>il faut {size} là où se trouve {parent}, et {free} sont libres</translation>
    </message>
    <message>
        <source>it rests on another file</source>
        <translation>il repose sur un autre fichier</translation>
    </message>
    <message>
        <source>it was ended by {name}</source>
        <translation>il a été terminé par {name}</translation>
    </message>
    <message>
        <source>it was stopped meanwhile</source>
        <translation>elle a été arrêtée entre-temps</translation>
    </message>
    <message>
        <source>it was written by engine {engine}, and this machine has engine {engine2}</source>
        <translation>il a été écrit par le moteur {engine}, et cette machine a le moteur {engine2}</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>son en-tête est coupé</translation>
    </message>
    <message>
        <source>its image is too old to know how</source>
        <translation>son image est trop ancienne pour savoir le faire</translation>
    </message>
    <message>
        <source>its kernel has given up; the end of the console says why</source>
        <translation>son noyau a abandonné&#x202f;; la fin de la console dit pourquoi</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>son manifeste est illisible</translation>
    </message>
    <message>
        <source>its manifest lists other files than an export has</source>
        <translation>son manifeste énumère d’autres fichiers que ceux d’un export</translation>
    </message>
    <message>
        <source>its monitor did not answer within {start_limit} s</source>
        <translation>son moniteur n’a pas répondu en {start_limit} s</translation>
    </message>
    <message>
        <source>its name holds a tab or a new line</source>
        <translation>son nom contient une tabulation ou un saut de ligne</translation>
    </message>
    <message>
        <source>its settings cannot be read</source>
        <translation>ses réglages sont illisibles</translation>
    </message>
    <message>
        <source>its supervisor ended without stopping it</source>
        <translation>son superviseur s’est terminé sans l’arrêter</translation>
    </message>
    <message>
        <source>its supervisor is doing so already</source>
        <translation>son superviseur le fait déjà</translation>
    </message>
    <message>
        <source>its supervisor still runs</source>
        <translation>son superviseur est encore en marche</translation>
    </message>
    <message>
        <source>its tag {tag} is too long</source>
        <translation>son étiquette {tag} est trop longue</translation>
    </message>
    <message>
        <source>macOS lets programs listen below port 1024 only on all addresses at once. Publish a higher port, or all addresses: -p 0.0.0.0:{port}:{port2}</source>
        <translation>macOS ne laisse écouter sous le port 1024 que sur toutes les adresses à la fois. Publiez un port plus élevé ou toutes les adresses&#x202f;: -p 0.0.0.0:{port}:{port2}</translation>
    </message>
    <message>
        <source>memory is given in whole MiB</source>
        <translation>la mémoire se donne en MiB entiers</translation>
    </message>
    <message>
        <source>memory of this computer</source>
        <translation>mémoire de cet ordinateur</translation>
    </message>
    <message>
        <source>mounted folders</source>
        <translation>dossiers montés</translation>
    </message>
    <message>
        <source>name resolution</source>
        <translation>résolution de noms</translation>
    </message>
    <message>
        <source>needs: {missing}</source>
        <translation>nécessite&#x202f;: {missing}</translation>
    </message>
    <message>
        <source>no answer within {patience} s</source>
        <translation>pas de réponse en {patience} s</translation>
    </message>
    <message>
        <source>no folder is shared</source>
        <translation>aucun dossier n’est partagé</translation>
    </message>
    <message>
        <source>no space is left on this computer</source>
        <translation>il n’y a plus de place sur cet ordinateur</translation>
    </message>
    <message>
        <source>no space is left where {home} lies</source>
        <translation>il ne reste plus de place là où se trouve {home}</translation>
    </message>
    <message>
        <source>nobody listens on {host}:{port}</source>
        <translation>personne n’écoute sur {host}:{port}</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>personne n’y écoute</translation>
    </message>
    <message>
        <source>none of them is mounted in the guest</source>
        <translation>aucun n’est monté dans l’invité</translation>
    </message>
    <message>
        <source>none yet; the defaults of this computer apply</source>
        <translation>aucun encore&#x202f;; les valeurs par défaut de cet ordinateur s’appliquent</translation>
    </message>
    <message>
        <source>none yet; the first start makes it</source>
        <translation>aucun encore&#x202f;; le premier démarrage le crée</translation>
    </message>
    <message>
        <source>on this system there are {native} and tcg</source>
        <translation>sur ce système, il y a {native} et tcg</translation>
    </message>
    <message>
        <source>only {free} MiB are free where {place} lies</source>
        <translation>seulement {free} MiB sont libres là où se trouve {place}</translation>
    </message>
    <message>
        <source>only {free} MiB of {size} MiB are free</source>
        <translation>seulement {free} MiB sur {size} MiB sont libres</translation>
    </message>
    <message>
        <source>other users may enter the folder</source>
        <translation>d’autres utilisateurs peuvent entrer dans le dossier</translation>
    </message>
    <message>
        <source>pid {pid}</source>
        <translation>pid {pid}</translation>
    </message>
    <message>
        <source>port {guest_port} of the machine cannot be published</source>
        <translation>le port {guest_port} de la machine ne peut pas être publié</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>les ports vont de 1 à 65535</translation>
    </message>
    <message>
        <source>process {pid}</source>
        <translation>processus {pid}</translation>
    </message>
    <message>
        <source>published ports</source>
        <translation>ports publiés</translation>
    </message>
    <message>
        <source>qemu-img ended with status {status}</source>
        <translation>qemu-img s’est terminé avec l’état {status}</translation>
    </message>
    <message>
        <source>runs guest code slower than emulation (not done after {seconds} s)</source>
        <translation>exécute le code invité plus lentement que l’émulation (pas fini après {seconds} s)</translation>
    </message>
    <message>
        <source>something else answers on its port</source>
        <translation>autre chose répond sur son port</translation>
    </message>
    <message>
        <source>space in the machine</source>
        <translation>place dans la machine</translation>
    </message>
    <message>
        <source>space on this computer</source>
        <translation>place sur cet ordinateur</translation>
    </message>
    <message>
        <source>sshfs did not mount it within {mounted_limit} s</source>
        <translation>sshfs ne l’a pas monté en {mounted_limit} s</translation>
    </message>
    <message>
        <source>sshfs ended</source>
        <translation>sshfs s’est terminé</translation>
    </message>
    <message>
        <source>starts and then stops ({words})</source>
        <translation>démarre puis s’arrête ({words})</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>état {status}</translation>
    </message>
    <message>
        <source>that file exists already</source>
        <translation>ce fichier existe déjà</translation>
    </message>
    <message>
        <source>the accelerator does not work here ({thing})</source>
        <translation>l’accélérateur ne marche pas ici ({thing})</translation>
    </message>
    <message>
        <source>the connection to the machine ended</source>
        <translation>la connexion à la machine s’est terminée</translation>
    </message>
    <message>
        <source>the data disk is damaged</source>
        <translation>le disque de données est endommagé</translation>
    </message>
    <message>
        <source>the data disk is not a disk image</source>
        <translation>le disque de données n’est pas une image disque</translation>
    </message>
    <message>
        <source>the disk of this computer is full</source>
        <translation>le disque de cet ordinateur est plein</translation>
    </message>
    <message>
        <source>the end of its console may say why</source>
        <translation>la fin de sa console dit peut-être pourquoi</translation>
    </message>
    <message>
        <source>the folder belongs to another user</source>
        <translation>le dossier appartient à un autre utilisateur</translation>
    </message>
    <message>
        <source>the guest answered with status {status}</source>
        <translation>l’invité a répondu avec l’état {status}</translation>
    </message>
    <message>
        <source>the guest does not accept the machine&apos;s key</source>
        <translation>l’invité n’accepte pas la clé de la machine</translation>
    </message>
    <message>
        <source>the guest gets no answer from this computer&apos;s resolver</source>
        <translation>l’invité n’obtient pas de réponse du résolveur de cet ordinateur</translation>
    </message>
    <message>
        <source>the guest gives no reason</source>
        <translation>l’invité ne donne pas de raison</translation>
    </message>
    <message>
        <source>the guest has said nothing yet</source>
        <translation>l’invité n’a encore rien dit</translation>
    </message>
    <message>
        <source>the guest said {output}</source>
        <translation>l’invité a dit {output}</translation>
    </message>
    <message>
        <source>the guest told of {heard}</source>
        <translation>l’invité a parlé de {heard}</translation>
    </message>
    <message>
        <source>the guest&apos;s SSH server does not listen yet</source>
        <translation>le serveur SSH de l’invité n’écoute pas encore</translation>
    </message>
    <message>
        <source>the guest&apos;s clock is {offset} s off</source>
        <translation>l’horloge de l’invité est décalée de {offset} s</translation>
    </message>
    <message>
        <source>the last stage was {heard}</source>
        <translation>la dernière étape était {heard}</translation>
    </message>
    <message>
        <source>the machine has no disk yet; it has never been started</source>
        <translation>la machine n’a pas encore de disque ; elle n’a jamais démarré</translation>
    </message>
    <message>
        <source>the machine has {most} open ports already</source>
        <translation>la machine a déjà {most} ports ouverts</translation>
    </message>
    <message>
        <source>the machine is not running</source>
        <translation>la machine n’est pas en marche</translation>
    </message>
    <message>
        <source>the machine is {state}</source>
        <translation>la machine est {state}</translation>
    </message>
    <message>
        <source>the machine opens ports on IPv4 addresses</source>
        <translation>la machine ouvre des ports sur des adresses IPv4</translation>
    </message>
    <message>
        <source>the machine&apos;s supervisor is running</source>
        <translation>le superviseur de la machine est en marche</translation>
    </message>
    <message>
        <source>the path goes up by &apos;..&apos;</source>
        <translation>le chemin remonte par &apos;..&apos;</translation>
    </message>
    <message>
        <source>the settings name {program}, which is not a program</source>
        <translation>les réglages nomment {program}, qui n’est pas un programme</translation>
    </message>
    <message>
        <source>the stage “{stage}” did not end within {limit} s</source>
        <translation>l’étape «&#x202f;{stage}&#x202f;» ne s’est pas terminée en {limit} s</translation>
    </message>
    <message>
        <source>the start has not come so far</source>
        <translation>le démarrage n’en est pas encore là</translation>
    </message>
    <message>
        <source>there is a file of that name</source>
        <translation>il y a un fichier de ce nom</translation>
    </message>
    <message>
        <source>there is no pkexec</source>
        <translation>il n’y a pas de pkexec</translation>
    </message>
    <message>
        <source>there is no such file or folder on this computer</source>
        <translation>il n’y a pas de tel fichier ou dossier sur cet ordinateur</translation>
    </message>
    <message>
        <source>there is no {name} on this computer</source>
        <translation>il n’y a pas de {name} sur cet ordinateur</translation>
    </message>
    <message>
        <source>this QEMU cannot share folders by 9p</source>
        <translation>ce QEMU ne peut pas partager de dossiers par 9p</translation>
    </message>
    <message>
        <source>this QEMU was built without its sandbox</source>
        <translation>ce QEMU a été construit sans son bac à sable</translation>
    </message>
    <message>
        <source>this computer has no address {host_ip}</source>
        <translation>cet ordinateur n’a pas l’adresse {host_ip}</translation>
    </message>
    <message>
        <source>this computer has not enough free memory</source>
        <translation>cet ordinateur n’a pas assez de mémoire libre</translation>
    </message>
    <message>
        <source>this computer has {cpus}</source>
        <translation>cet ordinateur a {cpus}</translation>
    </message>
    <message>
        <source>this computer has {memory} MiB</source>
        <translation>cet ordinateur a {memory} MiB</translation>
    </message>
    <message>
        <source>this user may not listen there</source>
        <translation>cet utilisateur ne peut pas y écouter</translation>
    </message>
    <message>
        <source>was not tried</source>
        <translation>n’a pas été essayé</translation>
    </message>
    <message>
        <source>what answers on its port does not know the machine&apos;s key</source>
        <translation>ce qui répond sur son port ne connaît pas la clé de la machine</translation>
    </message>
    <message>
        <source>what answers there has another key than the machine</source>
        <translation>ce qui répond là a une autre clé que la machine</translation>
    </message>
    <message>
        <source>what was found is not QEMU; it says {first}</source>
        <translation>ce qui a été trouvé n’est pas QEMU&#x202f;; il dit {first}</translation>
    </message>
    <message>
        <source>{accelerator} cannot run it (internal-error)</source>
        <translation>{accelerator} ne peut pas l’exécuter (internal-error)</translation>
    </message>
    <message>
        <source>{accelerator} did not run it within {limit} s</source>
        <translation>{accelerator} ne l’a pas exécuté en {limit} s</translation>
    </message>
    <message>
        <source>{address} answers in {value} ms</source>
        <translation>{address} répond en {value} ms</translation>
    </message>
    <message>
        <source>{address} answers {answer}</source>
        <translation>{address} répond {answer}</translation>
    </message>
    <message>
        <source>{arguments} does not end</source>
        <translation>{arguments} ne se termine pas</translation>
    </message>
    <message>
        <source>{available} MiB are free, and the machine may take {wanted} MiB</source>
        <translation>{available} MiB sont libres, et la machine peut prendre {wanted} MiB</translation>
    </message>
    <message>
        <source>{available} MiB free</source>
        <translation>{available} MiB libres</translation>
    </message>
    <message>
        <source>{chosen} holds no {manifest}</source>
        <translation>{chosen} ne contient pas {manifest}</translation>
    </message>
    <message>
        <source>{command} ended with status {code}</source>
        <translation>{command} s’est terminé avec l’état {code}</translation>
    </message>
    <message>
        <source>{command} took longer than {timeout} s</source>
        <translation>{command} a pris plus de {timeout} s</translation>
    </message>
    <message>
        <source>{cpus} CPUs</source>
        <translation>{cpus} processeurs</translation>
    </message>
    <message>
        <source>{cpus}, {memory} of memory, {disk} of disk</source>
        <translation>{cpus}, {memory} de mémoire, {disk} de disque</translation>
    </message>
    <message>
        <source>{disk} has not the size that its manifest says</source>
        <translation>{disk} n’a pas la taille qu’indique son manifeste</translation>
    </message>
    <message>
        <source>{done} wrong entries are left</source>
        <translation>il reste {done} entrées erronées</translation>
    </message>
    <message>
        <source>{error}. The machine is back at {version}, with all its data</source>
        <translation>{error}. La machine est revenue à {version}, avec toutes ses données</translation>
    </message>
    <message>
        <source>{forwards} open</source>
        <translation>{forwards} ouverts</translation>
    </message>
    <message>
        <source>{found} of its tables&apos; entries are wrong</source>
        <translation>{found} entrées de ses tables sont erronées</translation>
    </message>
    <message>
        <source>{found} parts of {path} could not be read</source>
        <translation>{found} parties de {path} sont illisibles</translation>
    </message>
    <message>
        <source>{freed} MiB of disk went back to this computer.</source>
        <translation>{freed} MiB de disque ont été rendus à cet ordinateur.</translation>
    </message>
    <message>
        <source>{free} MiB free where {place} lies</source>
        <translation>{free} MiB libres là où se trouve {place}</translation>
    </message>
    <message>
        <source>{free} MiB of {size} MiB free</source>
        <translation>{free} MiB libres sur {size} MiB</translation>
    </message>
    <message>
        <source>{home} does not exist yet</source>
        <translation>{home} n’existe pas encore</translation>
    </message>
    <message>
        <source>{home}, open to this user only</source>
        <translation>{home}, ouvert à cet utilisateur seul</translation>
    </message>
    <message>
        <source>{idle_stop} is less than nothing</source>
        <translation>{idle_stop} est moins que rien</translation>
    </message>
    <message>
        <source>{manifest} does not list {name}</source>
        <translation>{manifest} ne cite pas {name}</translation>
    </message>
    <message>
        <source>{manifest} is not its first file</source>
        <translation>{manifest} n’est pas son premier fichier</translation>
    </message>
    <message>
        <source>{manifest} names {name}</source>
        <translation>{manifest} nomme {name}</translation>
    </message>
    <message>
        <source>{name} after {seconds} s</source>
        <translation>{name} après {seconds} s</translation>
    </message>
    <message>
        <source>{name} claims to have {size} bytes</source>
        <translation>{name} prétend avoir {size} octets</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, not {size2}</source>
        <translation>{name} a {size} octets, pas {size2}</translation>
    </message>
    <message>
        <source>{name} is damaged: its SHA-256 is not that of its manifest</source>
        <translation>{name} est endommagé : son SHA-256 n’est pas celui de son manifeste</translation>
    </message>
    <message>
        <source>{name} is not the file that was built (its SHA-256 is {found})</source>
        <translation>{name} n’est pas le fichier construit (son SHA-256 est {found})</translation>
    </message>
    <message>
        <source>{name} is not where it has to be</source>
        <translation>{name} n’est pas là où il doit être</translation>
    </message>
    <message>
        <source>{part} does not say on which address</source>
        <translation>{part} ne dit pas sur quelle adresse</translation>
    </message>
    <message>
        <source>{path} belongs to another user</source>
        <translation>{path} appartient à un autre utilisateur</translation>
    </message>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} n’existe pas</translation>
    </message>
    <message>
        <source>{path} exists</source>
        <translation>{path} existe</translation>
    </message>
    <message>
        <source>{path} is open to others ({mode})</source>
        <translation>{path} est ouvert aux autres ({mode})</translation>
    </message>
    <message>
        <source>{pid} (pid {pid2})</source>
        <translation>{pid} (pid {pid2})</translation>
    </message>
    <message>
        <source>{port} is not a port</source>
        <translation>{port} n’est pas un port</translation>
    </message>
    <message>
        <source>{program} is QEMU {text}, and a machine needs {least_version}.{least_version2}</source>
        <translation>{program} est QEMU {text}, et il faut {least_version}.{least_version2} à une machine</translation>
    </message>
    <message>
        <source>{real} is not a folder</source>
        <translation>{real} n’est pas un dossier</translation>
    </message>
    <message>
        <source>{shares} through {transport}</source>
        <translation>{shares} par {transport}</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} octets</translation>
    </message>
    <message>
        <source>{size}, takes {on_host} MiB of this computer</source>
        <translation>{size}, prend {on_host} MiB de cet ordinateur</translation>
    </message>
    <message>
        <source>{state} cannot be read</source>
        <translation>{state} est illisible</translation>
    </message>
    <message>
        <source>{text} is no address</source>
        <translation>{text} n’est pas une adresse</translation>
    </message>
    <message>
        <source>{version} with engine {engine}, {size} MiB, as it was built</source>
        <translation>{version} avec le moteur {engine}, {size} MiB, tel que construit</translation>
    </message>
    <message>
        <source>{wanted} is not shared with the machine</source>
        <translation>{wanted} n’est pas partagé avec la machine</translation>
    </message>
    <message>
        <source>Resuming the machine</source>
        <translation>Reprise de la machine</translation>
    </message>
    <message>
        <source>Cannot resume the machine</source>
        <translation>Impossible de reprendre la machine</translation>
    </message>
    <message>
        <source>Cannot change the engine&apos;s settings</source>
        <translation>Impossible de modifier les réglages du moteur</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registres</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine.</source>
        <translation>Valable dès le prochain démarrage de la machine.</translation>
    </message>
    <message>
        <source>Proxy for http</source>
        <translation>Proxy pour http</translation>
    </message>
    <message>
        <source>The machine pulls images through it. Empty follows this computer.</source>
        <translation>La machine s’en sert pour télécharger les images. Vide&#x202f;: comme cet ordinateur.</translation>
    </message>
    <message>
        <source>Proxy for https</source>
        <translation>Proxy pour https</translation>
    </message>
    <message>
        <source>Empty follows this computer, or is the one for http.</source>
        <translation>Vide&#x202f;: comme cet ordinateur, ou celui pour http.</translation>
    </message>
    <message>
        <source>Reached without proxy</source>
        <translation>Joints sans proxy</translation>
    </message>
    <message>
        <source>Names, domains and ranges, with commas between them.</source>
        <translation>Noms, domaines et plages, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Mirrors of Docker Hub</source>
        <translation>Miroirs de Docker Hub</translation>
    </message>
    <message>
        <source>Asked first, in this order.</source>
        <translation>Interrogés en premier, dans cet ordre.</translation>
    </message>
    <message>
        <source>Registries without TLS</source>
        <translation>Registres sans TLS</translation>
    </message>
    <message>
        <source>What goes to and from them can be read and changed on its way.</source>
        <translation>Ce qui en vient ou y va peut être lu et modifié en chemin.</translation>
    </message>
    <message>
        <source>Certificates of registries</source>
        <translation>Certificats des registres</translation>
    </message>
    <message>
        <source>A shared folder in which HOST:PORT/ca.crt is the certificate authority of a registry.</source>
        <translation>Un dossier partagé dans lequel HOST:PORT/ca.crt est l’autorité de certification d’un registre.</translation>
    </message>
    <message>
        <source>Open the machine&apos;s resources</source>
        <translation>Ouvrir les ressources de la machine</translation>
    </message>
    <message>
        <source>CPUs, memory, disk and sleep when idle are on the Machine page.</source>
        <translation>CPU, mémoire, disque et veille en cas d’inactivité sont sur la page Machine.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Restart the machine…</source>
        <translation>Redémarrer la machine…</translation>
    </message>
    <message>
        <source>Settings that wait</source>
        <translation>Réglages en attente</translation>
    </message>
    <message>
        <source>The machine has been running since before they were changed.</source>
        <translation>La machine est en marche depuis avant leur modification.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Aucun.</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine</source>
        <translation>Valable dès le prochain démarrage de la machine</translation>
    </message>
    <message>
        <source>Changing the engine&apos;s settings</source>
        <translation>Modification des réglages du moteur</translation>
    </message>
    <message>
        <source>{engine} answers at {address}</source>
        <translation>{engine} répond à {address}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>It does not answer at {address}</source>
        <translation>Il ne répond pas à {address}</translation>
    </message>
    <message>
        <source>Start it: {command}</source>
        <translation>Le démarrer : {command}</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Autorisation</translation>
    </message>
    <message>
        <source>You may use the engine without a password</source>
        <translation>Vous pouvez utiliser le moteur sans mot de passe</translation>
    </message>
    <message>
        <source>This user may not use {address}</source>
        <translation>Cet utilisateur n’a pas le droit d’utiliser {address}</translation>
    </message>
    <message>
        <source>Join its group, then log in again: {command}</source>
        <translation>Rejoignez son groupe, puis reconnectez-vous : {command}</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{size} libres dans {folder}</translation>
    </message>
    <message>
        <source>Make room there, or give the engine another folder: data-root in {file}</source>
        <translation>Libérez de la place, ou donnez un autre dossier au moteur : data-root dans {file}</translation>
    </message>
    <message>
        <source>{size} in this computer</source>
        <translation>{size} dans cet ordinateur</translation>
    </message>
    <message>
        <source>Run few containers at a time, and limit their memory.</source>
        <translation>Exécutez peu de conteneurs à la fois et limitez leur mémoire.</translation>
    </message>
    <message>
        <source>Warnings of the engine</source>
        <translation>Avertissements du moteur</translation>
    </message>
    <message>
        <source>It has none</source>
        <translation>Il n’en a aucun</translation>
    </message>
    <message>
        <source>Containers run all the same.</source>
        <translation>Les conteneurs fonctionnent tout de même.</translation>
    </message>
    <message>
        <source>Docker command</source>
        <translation>Commande docker</translation>
    </message>
    <message>
        <source>It is not installed; the davit command does the same</source>
        <translation>Elle n’est pas installée ; la commande davit fait la même chose</translation>
    </message>
    <message>
        <source>It leads to this engine</source>
        <translation>Elle mène à ce moteur</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nulle part</translation>
    </message>
    <message>
        <source>It leads to {address}</source>
        <translation>Elle mène à {address}</translation>
    </message>
    <message>
        <source>DOCKER_HOST says so. Unset it, then let docker use this engine.</source>
        <translation>DOCKER_HOST l’indique. Supprimez-la, puis faites utiliser ce moteur par docker.</translation>
    </message>
    <message>
        <source>Let it use this engine with the button below, or leave it as it is.</source>
        <translation>Faites-lui utiliser ce moteur avec le bouton ci-dessous, ou laissez-la ainsi.</translation>
    </message>
    <message>
        <source>Folder of its data</source>
        <translation>Dossier de ses données</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Groupes de contrôle</translation>
    </message>
    <message>
        <source>To change them</source>
        <translation>Pour les modifier</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}. Containers go on meanwhile. Certificates of registries belong into {folder}.</source>
        <translation>Modifiez {file} en tant que root, puis redémarrez le moteur&#x202f;: {command}. Les conteneurs continuent pendant ce temps. Les certificats des registres vont dans {folder}.</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}.</source>
        <translation>Modifiez {file} en tant que root, puis redémarrez le moteur&#x202f;: {command}.</translation>
    </message>
    <message>
        <source>This engine&apos;s own documentation tells how.</source>
        <translation>La documentation de ce moteur l’explique.</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>Télécharger {name}</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>Télécharger dans un dossier</translation>
    </message>
    <message>
        <source>Download {name} as tar</source>
        <translation>Télécharger {name} en tar</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>Téléchargement de {name}</translation>
    </message>
    <message>
        <source>Cannot download {name}</source>
        <translation>Impossible de télécharger {name}</translation>
    </message>
    <message>
        <source>Downloaded {name}</source>
        <translation>{name} téléchargé</translation>
    </message>
    <message>
        <source>Upload to {path}</source>
        <translation>Envoyer vers {path}</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Remplacer les fichiers</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s) in {path}?</source>
        <translation>
            <numerusform>Remplacer %n fichier dans {path}&#x202f;?</numerusform>
            <numerusform>Remplacer %n fichiers dans {path}&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading {name}</source>
        <translation>Envoi de {name}</translation>
    </message>
    <message>
        <source>Cannot upload {name}</source>
        <translation>Impossible d’envoyer {name}</translation>
    </message>
    <message>
        <source>Uploaded {name} to {path}</source>
        <translation>{name} envoyé vers {path}</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nouveau fichier</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>Création de {name}</translation>
    </message>
    <message>
        <source>Cannot make {name}</source>
        <translation>Impossible de créer {name}</translation>
    </message>
    <message>
        <source>Name of the new folder in {path}</source>
        <translation>Nom du nouveau dossier dans {path}</translation>
    </message>
    <message>
        <source>Name of the new file in {path}</source>
        <translation>Nom du nouveau fichier dans {path}</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>New name of {name}</source>
        <translation>Nouveau nom de {name}</translation>
    </message>
    <message>
        <source>Delete {path}?</source>
        <translation>Supprimer {path}&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)?</source>
        <translation>
            <numerusform>Supprimer %n fichier&#x202f;?</numerusform>
            <numerusform>Supprimer %n fichiers&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are deleted with all they hold.</source>
        <translation>Les dossiers sont supprimés avec tout leur contenu.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>Supprimer les fichiers</translation>
    </message>
    <message>
        <source>Cannot use the name {name}</source>
        <translation>Impossible d’utiliser le nom {name}</translation>
    </message>
    <message>
        <source>A name is a single one, without a slash</source>
        <translation>Un nom est simple, sans barre oblique</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} et %n autre</numerusform>
            <numerusform>{names} et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Hides</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Gaspillé</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>Hides {bytes} of lower layers</source>
        <translation>Masque {bytes} des couches inférieures</translation>
    </message>
    <message>
        <source>{bytes} of this layer are hidden by higher ones</source>
        <translation>{bytes} de cette couche sont masqués par des couches supérieures</translation>
    </message>
    <message>
        <source>Cannot read {path}</source>
        <translation>Impossible de lire {path}</translation>
    </message>
    <message>
        <source>Back to the files (Esc)</source>
        <translation>Retour aux fichiers (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Enregistrer (Ctrl+S)</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Relire (F5)</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Contenu du fichier</translation>
    </message>
    <message>
        <source>Search this file  (Ctrl+F)</source>
        <translation>Chercher dans ce fichier  (Ctrl+F)</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Save or discard them.</source>
        <translation>Des modifications ne sont pas enregistrées. Enregistrez-les ou abandonnez-les.</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>Pas du texte</translation>
    </message>
    <message>
        <source>the first {size} as hex</source>
        <translation>les premiers {size} en hexadécimal</translation>
    </message>
    <message>
        <source>Cannot save {path}</source>
        <translation>Impossible d’enregistrer {path}</translation>
    </message>
    <message>
        <source>It has characters that {encoding} cannot hold</source>
        <translation>Il contient des caractères que {encoding} ne peut pas représenter</translation>
    </message>
    <message>
        <source>It is larger than {size}</source>
        <translation>Il dépasse {size}</translation>
    </message>
    <message>
        <source>Saving {path}</source>
        <translation>Enregistrement de {path}</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Save again to replace it, or discard your changes to see it.</source>
        <translation>Le fichier a changé depuis sa lecture. Enregistrez de nouveau pour le remplacer, ou abandonnez vos modifications pour le voir.</translation>
    </message>
    <message>
        <source>Only the first {size} are shown.</source>
        <translation>Seuls les premiers {size} sont affichés.</translation>
    </message>
    <message>
        <source>Go to a path, such as /etc</source>
        <translation>Aller à un chemin, comme /etc</translation>
    </message>
    <message>
        <source>Path to go to</source>
        <translation>Chemin où aller</translation>
    </message>
    <message>
        <source>Filter  (Ctrl+F)</source>
        <translation>Filtrer  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter the files that are open</source>
        <translation>Filtrer les fichiers ouverts</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nouveau dossier…</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>Envoyer…</translation>
    </message>
    <message>
        <source>Upload files into the selected folder; or drop them on it</source>
        <translation>Envoyer des fichiers dans le dossier sélectionné, ou les y déposer</translation>
    </message>
    <message>
        <source>This engine cannot list files</source>
        <translation>Ce moteur ne peut pas lister les fichiers</translation>
    </message>
    <message>
        <source>Only Davit&apos;s own engine can. Others copy them out as a whole.</source>
        <translation>Seul le moteur de Davit le peut. Les autres les copient en bloc.</translation>
    </message>
    <message>
        <source>Cannot go to {path}</source>
        <translation>Impossible d’aller à {path}</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>Ce fichier ou dossier n’existe pas</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n file(s)</source>
        <translation>
            <numerusform>Le filtre masque %n fichier</numerusform>
            <numerusform>Le filtre masque %n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>It looks through the folders that are open.</source>
        <translation>Il parcourt les dossiers ouverts.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n path(s)</source>
        <translation>
            <numerusform>%n chemin copié</numerusform>
            <numerusform>%n chemins copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Download as tar…</source>
        <translation>Télécharger en tar…</translation>
    </message>
    <message>
        <source>Upload here…</source>
        <translation>Envoyer ici…</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Nouveau fichier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Show more of this folder…</source>
        <translation>Afficher la suite de ce dossier…</translation>
    </message>
    <message>
        <source>Empty folder</source>
        <translation>Dossier vide</translation>
    </message>
    <message>
        <source>Volume {name}</source>
        <translation>Volume {name}</translation>
    </message>
    <message>
        <source>Folder of the host: {path}</source>
        <translation>Dossier de l’hôte&#x202f;: {path}</translation>
    </message>
    <message>
        <source>In memory (tmpfs)</source>
        <translation>En mémoire (tmpfs)</translation>
    </message>
    <message>
        <source>Mount of kind {kind}</source>
        <translation>Montage de type {kind}</translation>
    </message>
    <message>
        <source>{mount}, read-only</source>
        <translation>{mount}, lecture seule</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>Deleted since the image</source>
        <translation>Supprimé depuis l’image</translation>
    </message>
    <message>
        <source>Filter by name, image, state, port, label  (Ctrl+F)</source>
        <translation>Filtrer par nom, image, état, port, étiquette  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter containers</source>
        <translation>Filtrer les conteneurs</translation>
    </message>
    <message>
        <source>Show containers: {which}</source>
        <translation>Afficher les conteneurs&#x202f;: {which}</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Choisir les colonnes</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Résultat précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Résultat suivant (F3)</translation>
    </message>
    <message>
        <source>Creating the container</source>
        <translation>Création du conteneur</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Waiting for its page</source>
        <translation>Attente de sa page</translation>
    </message>
    <message>
        <source>The container runs, but {address} does not answer</source>
        <translation>Le conteneur est en marche, mais {address} ne répond pas</translation>
    </message>
    <message>
        <source>This engine does not hold {image}, which comes with Davit&apos;s own engine</source>
        <translation>Ce moteur n’a pas {image}, qui est fournie avec le moteur de Davit</translation>
    </message>
    <message>
        <source>Running your first container</source>
        <translation>Lancement de votre premier conteneur</translation>
    </message>
    <message>
        <source>Cannot run your first container</source>
        <translation>Impossible de lancer votre premier conteneur</translation>
    </message>
    <message>
        <source>No containers yet</source>
        <translation>Pas encore de conteneurs</translation>
    </message>
    <message>
        <source>A container is a program with all it needs, apart from the rest of your computer. This one is a small web page that came with Davit: it needs no network.</source>
        <translation>Un conteneur est un programme avec tout ce qu’il lui faut, à l’écart du reste de votre ordinateur. Celui-ci est une petite page web fournie avec Davit&#x202f;: il n’a pas besoin de réseau.</translation>
    </message>
    <message>
        <source>Run your first container</source>
        <translation>Lancer votre premier conteneur</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>cached</source>
        <comment>a step of a build</comment>
        <translation>en cache</translation>
    </message>
    <message>
        <source>Back to the builds (Alt+Left)</source>
        <translation>Retour aux builds (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Cancel build</source>
        <translation>Annuler le build</translation>
    </message>
    <message>
        <source>Build again…</source>
        <translation>Reconstruire…</translation>
    </message>
    <message>
        <source>Show image</source>
        <translation>Afficher l’image</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Show what all steps print</source>
        <translation>Afficher ce que toutes les étapes impriment</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Ligne {line}</translation>
    </message>
    <message>
        <source>Show line {line} of the Dockerfile</source>
        <translation>Afficher la ligne {line} du Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Ligne {line} : {problem}</translation>
    </message>
    <message>
        <source>Dockerfile ({count})</source>
        <translation>Dockerfile ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>stage {name}</source>
        <translation>phase {name}</translation>
    </message>
    <message>
        <source>{size} received</source>
        <translation>{size} reçus</translation>
    </message>
    <message>
        <source>{over} of {all} steps</source>
        <translation>{over} étapes sur {all}</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Seulement {name}</translation>
    </message>
    <message>
        <source>{words}. Show what all steps print</source>
        <translation>{words}. Afficher ce que toutes les étapes impriment</translation>
    </message>
    <message>
        <source>(nothing is told)</source>
        <translation>(rien n’est indiqué)</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>pas de fichiers</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <comment>a length of time</comment>
        <translation>il y a {time}</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Back to the images (Alt+Left)</source>
        <translation>Retour aux images (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Pull the update</source>
        <translation>Télécharger la mise à jour</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>Envoyer…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisé par</translation>
    </message>
    <message>
        <source>Containers made from this image</source>
        <translation>Conteneurs issus de cette image</translation>
    </message>
    <message>
        <source>No container is made from this image</source>
        <translation>Aucun conteneur n’est issu de cette image</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>aussi {names}</translation>
    </message>
    <message>
        <source>Used by {who}</source>
        <translation>Utilisée par {who}</translation>
    </message>
    <message>
        <source>Used by ({count})</source>
        <translation>Utilisé par ({count})</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>Impossible de lire l’image</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Ajouter un tag…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Vérifier les mises à jour</translation>
    </message>
    <message>
        <source>Delete a name</source>
        <translation>Supprimer un nom</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Supprimés</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a layer</comment>
        <translation>N°</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>In layer</source>
        <translation>Dans la couche</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Parce que</translation>
    </message>
    <message>
        <source>deleted by layer {number}</source>
        <translation>supprimé par la couche {number}</translation>
    </message>
    <message>
        <source>replaced by layer {number}</source>
        <translation>remplacé par la couche {number}</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {removed} removed</source>
        <translation>{added} ajoutés, {changed} modifiés, {removed} supprimés</translation>
    </message>
    <message>
        <source>Find files  (Ctrl+F)</source>
        <translation>Chercher des fichiers  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find files of this layer</source>
        <translation>Chercher des fichiers de cette couche</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Afficher&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Files of the layer</source>
        <translation>Fichiers de la couche</translation>
    </message>
    <message>
        <source>Wasted files of all layers</source>
        <translation>Fichiers gaspillés de toutes les couches</translation>
    </message>
    <message>
        <source>Cannot read the layers</source>
        <translation>Impossible de lire les couches</translation>
    </message>
    <message>
        <source>This engine does not tell the files of layers</source>
        <translation>Ce moteur n’indique pas les fichiers des couches</translation>
    </message>
    <message>
        <source>Davit&apos;s own engine does. The History tab shows the steps and their sizes.</source>
        <translation>Le moteur de Davit le fait. L’onglet Historique montre les étapes et leurs tailles.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer ended too early.</source>
        <translation>La réponse du moteur s’est terminée trop tôt.</translation>
    </message>
    <message>
        <source>{wasted} of {size} wasted ({part})</source>
        <translation>{wasted} gaspillés sur {size} ({part})</translation>
    </message>
    <message>
        <source>Nothing wasted: every file of the layers is seen</source>
        <translation>Rien de gaspillé&#x202f;: chaque fichier des couches est visible</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, sums are of all</source>
        <translation>
            <numerusform>%n ligne omise, les sommes portent sur tout</numerusform>
            <numerusform>%n lignes omises, les sommes portent sur tout</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wasted</source>
        <translation>Rien n’est gaspillé</translation>
    </message>
    <message>
        <source>No file of this layer matches</source>
        <translation>Aucun fichier de cette couche ne correspond</translation>
    </message>
    <message>
        <source>This layer has no files</source>
        <translation>Cette couche n’a pas de fichiers</translation>
    </message>
    <message>
        <source>{names}, update available</source>
        <translation>{names}, mise à jour disponible</translation>
    </message>
    <message>
        <source>Dangling: no name leads to this image</source>
        <translation>Orpheline&#x202f;: aucun nom ne mène à cette image</translation>
    </message>
    <message>
        <source>{name}: update available</source>
        <translation>{name}&#x202f;: mise à jour disponible</translation>
    </message>
    <message>
        <source>No answer about updates: {why}</source>
        <translation>Pas de réponse sur les mises à jour&#x202f;: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n conteneur</numerusform>
            <numerusform>%n conteneurs</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing shared with other images</source>
        <translation>rien de partagé avec d’autres images</translation>
    </message>
    <message>
        <source>{unique} of its own, {shared} shared with other images</source>
        <translation>{unique} en propre, {shared} partagés avec d’autres images</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>En propre</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>a newer image is there: click to pull it</comment>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Tag an image</source>
        <translation>Ajouter un tag à une image</translation>
    </message>
    <message>
        <source>Another name for {name} ({id})</source>
        <translation>Un autre nom pour {name} ({id})</translation>
    </message>
    <message>
        <source>name:tag, or registry.example.com/name:tag</source>
        <translation>nom:tag, ou registry.example.com/nom:tag</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>Tag image</source>
        <translation>Ajouter le tag</translation>
    </message>
    <message>
        <source>Import as image</source>
        <translation>Importer comme image</translation>
    </message>
    <message>
        <source>The files in {file} become an image with one layer.</source>
        <translation>Les fichiers de {file} deviennent une image d’une seule couche.</translation>
    </message>
    <message>
        <source>Import image</source>
        <translation>Importer l’image</translation>
    </message>
    <message>
        <source>What its containers run. It may stay empty.</source>
        <translation>Ce que ses conteneurs exécutent. Peut rester vide.</translation>
    </message>
    <message>
        <source>Another image has this name and would lose it</source>
        <translation>Une autre image porte ce nom et le perdrait</translation>
    </message>
    <message>
        <source>A quote in the command is not closed</source>
        <translation>Un guillemet de la commande n’est pas fermé</translation>
    </message>
    <message>
        <source>Prune unused images</source>
        <translation>Nettoyer les images inutilisées</translation>
    </message>
    <message>
        <source>Dangling only ({count})</source>
        <translation>Orphelines seulement ({count})</translation>
    </message>
    <message>
        <source>All unused ({count})</source>
        <translation>Toutes les inutilisées ({count})</translation>
    </message>
    <message>
        <source>Images to delete</source>
        <translation>Images à supprimer</translation>
    </message>
    <message>
        <source>There is nothing to delete</source>
        <translation>Il n’y a rien à supprimer</translation>
    </message>
    <message>
        <source>{bytes} come free on the disk</source>
        <translation>{bytes} seront libérés sur le disque</translation>
    </message>
    <message>
        <source>Up to {bytes} come free on the disk</source>
        <translation>Jusqu’à {bytes} seront libérés sur le disque</translation>
    </message>
    <message>
        <source>No container uses them. What they share with images that stay is kept.</source>
        <translation>Aucun conteneur ne les utilise. Ce qu’elles partagent avec les images restantes est conservé.</translation>
    </message>
    <message>
        <source>No name leads to them and no container uses them.</source>
        <translation>Aucun nom n’y mène et aucun conteneur ne les utilise.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)</source>
        <translation>
            <numerusform>Supprimer %n image</numerusform>
            <numerusform>Supprimer %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s)</source>
        <translation>
            <numerusform>%n image supprimée</numerusform>
            <numerusform>%n images supprimées</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the name {name}</source>
        <translation>Suppression du nom {name}</translation>
    </message>
    <message>
        <source>Cannot delete the name {name}</source>
        <translation>Impossible de supprimer le nom {name}</translation>
    </message>
    <message>
        <source>Deleted the name {name}</source>
        <translation>Nom {name} supprimé</translation>
    </message>
    <message>
        <source>Cannot tell what is unused</source>
        <translation>Impossible de dire ce qui est inutilisé</translation>
    </message>
    <message>
        <source>What is unused has changed: please look again</source>
        <translation>Ce qui est inutilisé a changé&#x202f;: regardez de nouveau</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s): {bytes} came free</source>
        <translation>
            <numerusform>%n image supprimée&#x202f;: {bytes} libérés</numerusform>
            <numerusform>%n images supprimées&#x202f;: {bytes} libérés</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting unused images</source>
        <translation>Suppression des images inutilisées</translation>
    </message>
    <message>
        <source>Cannot delete unused images</source>
        <translation>Impossible de supprimer les images inutilisées</translation>
    </message>
    <message>
        <source>Pulling {name}</source>
        <translation>Téléchargement de {name}</translation>
    </message>
    <message>
        <source>Cannot pull {name}</source>
        <translation>Impossible de télécharger {name}</translation>
    </message>
    <message>
        <source>Pulled {name}</source>
        <translation>{name} téléchargée</translation>
    </message>
    <message>
        <source>Pushed {name}</source>
        <translation>{name} envoyée</translation>
    </message>
    <message>
        <source>None of these images came from a registry</source>
        <translation>Aucune de ces images ne vient d’un registre</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n image(s) for updates</source>
        <translation>
            <numerusform>Recherche de mises à jour pour %n image</numerusform>
            <numerusform>Recherche de mises à jour pour %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot check for updates</source>
        <translation>Impossible de vérifier les mises à jour</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) available</source>
        <translation>
            <numerusform>%n mise à jour disponible</numerusform>
            <numerusform>%n mises à jour disponibles</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>Pas de mises à jour</translation>
    </message>
    <message numerus="yes">
        <source>{updates}; no answer about %n image(s)</source>
        <translation>
            <numerusform>{updates}&#x202f;; pas de réponse pour %n image</numerusform>
            <numerusform>{updates}&#x202f;; pas de réponse pour %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging {name}</source>
        <translation>Ajout du tag {name}</translation>
    </message>
    <message>
        <source>Cannot give {image} the name {name}</source>
        <translation>Impossible de donner à {image} le nom {name}</translation>
    </message>
    <message>
        <source>Tagged {name}</source>
        <translation>Tag {name} ajouté</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>Enregistrer %n image</numerusform>
            <numerusform>Enregistrer %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Image archives (*.tar)</source>
        <translation>Archives d’images (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} written</source>
        <translation>{bytes} écrits</translation>
    </message>
    <message>
        <source>Saving {what}</source>
        <translation>Enregistrement de {what}</translation>
    </message>
    <message>
        <source>Cannot save {what}</source>
        <translation>Impossible d’enregistrer {what}</translation>
    </message>
    <message>
        <source>Saved {what}: {bytes}</source>
        <translation>Enregistrement terminé&#x202f;: {what}, {bytes}</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>Charger des images</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst)</source>
        <translation>Archives d’images (*.tar *.tar.gz *.tgz *.tar.zst)</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <comment>bytes</comment>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>Loaded {name}</source>
        <translation>{name} chargée</translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n image(s)</source>
        <translation>
            <numerusform>%n image chargée</numerusform>
            <numerusform>%n images chargées</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>Chargement de {file}</translation>
    </message>
    <message>
        <source>Cannot load {file}</source>
        <translation>Impossible de charger {file}</translation>
    </message>
    <message>
        <source>Import files as image</source>
        <translation>Importer des fichiers comme image</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Importation de {file}</translation>
    </message>
    <message>
        <source>Imported {name}</source>
        <translation>{name} importée</translation>
    </message>
    <message>
        <source>Only what docker save, davit save or another image tool wrote is loaded.</source>
        <translation>Seul ce qu’a écrit docker save, davit save ou un autre outil d’images peut être chargé.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisées</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisées</translation>
    </message>
    <message>
        <source>Dangling</source>
        <translation>Orphelines</translation>
    </message>
    <message>
        <source>Load, check for updates…</source>
        <translation>Charger, vérifier les mises à jour…</translation>
    </message>
    <message>
        <source>Prune unused…</source>
        <translation>Nettoyer les inutilisées…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Pas encore d’images</translation>
    </message>
    <message>
        <source>An image is what containers are made from. Images come from a registry, are built, or are loaded from a file: drop one here.</source>
        <translation>Une image est ce dont les conteneurs sont issus. Les images viennent d’un registre, sont construites, ou sont chargées depuis un fichier&#x202f;: déposez-en un ici.</translation>
    </message>
    <message>
        <source>Pull an image</source>
        <translation>Télécharger une image</translation>
    </message>
    <message>
        <source>Filter by name, id or container  (Ctrl+F)</source>
        <translation>Filtrer par nom, id ou conteneur  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>Filtrer les images</translation>
    </message>
    <message>
        <source>Show images: {which}</source>
        <translation>Afficher les images&#x202f;: {which}</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Charger…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importer des fichiers…</translation>
    </message>
    <message>
        <source>Check once whenever Davit shows this page</source>
        <translation>Vérifier une fois quand Davit affiche cette page</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n image(s)</source>
        <translation>
            <numerusform>Le filtre masque %n image</numerusform>
            <numerusform>Le filtre masque %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} on the disk</source>
        <translation>{bytes} sur le disque</translation>
    </message>
    <message numerus="yes">
        <source>%n unused</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n inutilisée</numerusform>
            <numerusform>%n inutilisées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Open container</source>
        <translation>Ouvrir le conteneur</translation>
    </message>
    <message>
        <source>Show the image</source>
        <translation>Afficher l’image</translation>
    </message>
    <message>
        <source>Show the network</source>
        <translation>Afficher le réseau</translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation>Afficher le volume</translation>
    </message>
    <message>
        <source>Browse the files</source>
        <translation>Parcourir les fichiers</translation>
    </message>
    <message>
        <source>Inspect, as sections</source>
        <translation>Inspection, en sections</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Inspect, as JSON</source>
        <translation>Inspection, en JSON</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lisible</translation>
    </message>
    <message>
        <source>Search  (Ctrl+F)</source>
        <translation>Chercher  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the inspect document</source>
        <translation>Chercher dans le document d’inspection</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Tout replier</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Reveal secrets</source>
        <translation>Révéler les secrets</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>Copier le JSON</translation>
    </message>
    <message>
        <source>Cover secrets</source>
        <translation>Masquer les secrets</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copier le nom</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>Copier le nom et la valeur</translation>
    </message>
    <message>
        <source>Reveal or cover</source>
        <translation>Révéler ou masquer</translation>
    </message>
    <message>
        <source>Fold or unfold (Alt+Return)</source>
        <translation>Replier ou déplier (Alt+Entrée)</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n layer(s)</source>
        <translation>
            <numerusform>{done} sur %n couche</numerusform>
            <numerusform>{done} sur %n couches</numerusform>
        </translation>
    </message>
    <message>
        <source>{layers}, {done} of {total}</source>
        <comment>bytes</comment>
        <translation>{layers}, {done} sur {total}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n row(s)</source>
        <translation>
            <numerusform>Le filtre masque %n ligne</numerusform>
            <numerusform>Le filtre masque %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Position in the log</source>
        <translation>Position dans le journal</translation>
    </message>
    <message>
        <source>Position in the lines</source>
        <translation>Position dans les lignes</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Sans heures</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Heure du jour</translation>
    </message>
    <message>
        <source>Full date and time (UTC)</source>
        <translation>Date et heure complètes (UTC)</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Temps écoulé</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informations</translation>
    </message>
    <message>
        <source>Debugging</source>
        <translation>Débogage</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Lines without a level</source>
        <translation>Lignes sans niveau</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>Sortie standard</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Erreur standard</translation>
    </message>
    <message>
        <source>Containers and streams</source>
        <translation>Conteneurs et flux</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>Chercher dans le journal (Ctrl+F)</translation>
    </message>
    <message>
        <source>“disk AND NOT full” finds lines that have the one and not the other; “AND NOT debug” finds all but some.</source>
        <translation>«&#x202f;disk AND NOT full&#x202f;» trouve les lignes avec l’un et sans l’autre&#x202f;; «&#x202f;AND NOT debug&#x202f;» les trouve toutes sauf certaines.</translation>
    </message>
    <message>
        <source>Matching lines</source>
        <translation>Lignes correspondantes</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter, Shift+F3)</source>
        <translation>Occurrence précédente (Maj+Entrée, Maj+F3)</translation>
    </message>
    <message>
        <source>Next match (Enter, F3)</source>
        <translation>Occurrence suivante (Entrée, F3)</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Respecter majuscules et minuscules</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Show only lines that match</source>
        <translation>N’afficher que les lignes correspondantes</translation>
    </message>
    <message>
        <source>Lines shown around each match</source>
        <translation>Lignes affichées autour de chaque occurrence</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Only lines from some time</source>
        <translation>Seulement les lignes d’une période</translation>
    </message>
    <message>
        <source>Spread lines of JSON</source>
        <translation>Étaler les lignes de JSON</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Renvoyer les longues lignes</translation>
    </message>
    <message>
        <source>Times before the lines</source>
        <translation>Heures devant les lignes</translation>
    </message>
    <message>
        <source>Follow: stay at the newest line</source>
        <translation>Suivre&#x202f;: rester à la ligne la plus récente</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>Vider l’affichage</translation>
    </message>
    <message>
        <source>Copy the selection, or everything shown</source>
        <translation>Copier la sélection, ou tout ce qui est affiché</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>%n ligne avant et après</numerusform>
            <numerusform>%n lignes avant et après</numerusform>
        </translation>
    </message>
    <message>
        <source>Matching lines only</source>
        <translation>Lignes correspondantes seulement</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Enregistrer en texte…</translation>
    </message>
    <message>
        <source>Save with times…</source>
        <translation>Enregistrer avec les heures…</translation>
    </message>
    <message>
        <source>Save with times and colour codes…</source>
        <translation>Enregistrer avec les heures et les codes de couleur…</translation>
    </message>
    <message>
        <source>Save exactly as written, with colour codes…</source>
        <translation>Enregistrer tel qu’écrit, avec les codes de couleur…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avertissements et erreurs</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>Tous les conteneurs</translation>
    </message>
    <message>
        <source>No container</source>
        <translation>Aucun conteneur</translation>
    </message>
    <message>
        <source>No stream</source>
        <translation>Aucun flux</translation>
    </message>
    <message>
        <source>{count} of {all} containers</source>
        <translation>{count} conteneurs sur {all}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>aucune occurrence</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) hidden</source>
        <translation>
            <numerusform>⋯ %n ligne masquée</numerusform>
            <numerusform>⋯ %n lignes masquées</numerusform>
        </translation>
    </message>
    <message>
        <source>… {size} more. Show all</source>
        <translation>… encore {size}. Tout afficher</translation>
    </message>
    <message>
        <source>… {size} more. Show {part} of it</source>
        <translation>… encore {size}. En afficher {part}</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of {name} may be missing here</source>
        <translation>Des lignes de {name} manquent peut-être ici</translation>
    </message>
    <message>
        <source>Lines may be missing here</source>
        <translation>Des lignes manquent peut-être ici</translation>
    </message>
    <message>
        <source>{name} started {when}</source>
        <translation>{name} démarré {when}</translation>
    </message>
    <message>
        <source>Started {when}</source>
        <translation>Démarré {when}</translation>
    </message>
    <message>
        <source>{name} ended {when} with exit code {code}</source>
        <translation>{name} terminé {when} avec le code de sortie {code}</translation>
    </message>
    <message>
        <source>{name} ended {when}</source>
        <translation>{name} terminé {when}</translation>
    </message>
    <message>
        <source>Ended {when} with exit code {code}</source>
        <translation>Terminé {when} avec le code de sortie {code}</translation>
    </message>
    <message>
        <source>Ended {when}</source>
        <translation>Terminé {when}</translation>
    </message>
    <message>
        <source>10m, 14:30, 2026-11-21 14:30</source>
        <comment>example times</comment>
        <translation>10m, 14:30, 2026-11-21 14:30</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Show lines of any time</source>
        <translation>Afficher les lignes de toute heure</translation>
    </message>
    <message>
        <source>What is wrong with the times</source>
        <translation>Ce qui ne va pas avec les heures</translation>
    </message>
    <message>
        <source>The first time is later than the second.</source>
        <translation>La première heure est postérieure à la seconde.</translation>
    </message>
    <message>
        <source>Spread or fold this JSON (Enter)</source>
        <translation>Étaler ou replier ce JSON (Entrée)</translation>
    </message>
    <message>
        <source>Click to open in the browser</source>
        <translation>Cliquer pour ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Log in to {registry}</source>
        <translation>Se connecter à {registry}</translation>
    </message>
    <message>
        <source>The login is kept where docker keeps it, so that docker and davit on this computer are logged in too. Where a registry offers access tokens, use one in place of the password.</source>
        <translation>La connexion est conservée là où docker la garde, si bien que docker et davit sont aussi connectés sur cet ordinateur. Si un registre propose des jetons d’accès, utilisez-en un à la place du mot de passe.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Mot de passe ou jeton</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Cannot log in to {registry}</source>
        <translation>Impossible de se connecter à {registry}</translation>
    </message>
    <message>
        <source>Logged in to {registry}</source>
        <translation>Connecté à {registry}</translation>
    </message>
    <message>
        <source>The password lies unencrypted in {file}. A credential helper of docker keeps it safer.</source>
        <translation>Le mot de passe est stocké en clair dans {file}. Un assistant d’identification de docker le garde plus sûrement.</translation>
    </message>
    <message>
        <source>Log of {name}</source>
        <translation>Journal de {name}</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>Afficher toutes les lignes</translation>
    </message>
    <message>
        <source>{problem} Trying again; the log goes on where it stopped.</source>
        <translation>{problem} Nouvel essai&#x202f;; le journal reprend là où il s’est arrêté.</translation>
    </message>
    <message numerus="yes">
        <source>No line matches; %n line(s) hidden.</source>
        <translation>
            <numerusform>Aucune ligne ne correspond&#x202f;; %n ligne masquée.</numerusform>
            <numerusform>Aucune ligne ne correspond&#x202f;; %n lignes masquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared. New lines appear here.</source>
        <translation>Vidé. Les nouvelles lignes apparaissent ici.</translation>
    </message>
    <message>
        <source>Nothing written yet. Lines appear here as the container writes them.</source>
        <translation>Rien d’écrit pour l’instant. Les lignes apparaissent ici à mesure que le conteneur les écrit.</translation>
    </message>
    <message>
        <source>This container wrote nothing.</source>
        <translation>Ce conteneur n’a rien écrit.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n’a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cleared. Show them</source>
        <translation>
            <numerusform>%n ligne vidée. L’afficher</numerusform>
            <numerusform>%n lignes vidées. Les afficher</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading earlier lines… {count}</source>
        <translation>Lecture des lignes précédentes… {count}</translation>
    </message>
    <message>
        <source>Read earlier lines</source>
        <translation>Lire les lignes précédentes</translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) are no longer kept here</source>
        <translation>
            <numerusform>%n ligne plus ancienne n’est plus conservée ici</numerusform>
            <numerusform>%n lignes plus anciennes ne sont plus conservées ici</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n nouvelle ligne</numerusform>
            <numerusform>%n nouvelles lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}. Go to the newest</source>
        <translation>{lines}. Aller à la plus récente</translation>
    </message>
    <message>
        <source>More than {size} MB is too much for the clipboard. Save the log to a file instead.</source>
        <translation>Plus de {size} MB, c’est trop pour le presse-papiers. Enregistrez plutôt le journal dans un fichier.</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Cannot save the log to {path}: {reason}. Try another folder.</source>
        <translation>Impossible d’enregistrer le journal dans {path}&#x202f;: {reason}. Essayez un autre dossier.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Chercher…</translation>
    </message>
    <message>
        <source>Containers whose logs are shown</source>
        <translation>Conteneurs dont les journaux sont affichés</translation>
    </message>
    <message>
        <source>What containers write appears here, that of all of them together.</source>
        <translation>Ce que les conteneurs écrivent apparaît ici, tous réunis.</translation>
    </message>
    <message>
        <source>No container runs</source>
        <translation>Aucun conteneur en marche</translation>
    </message>
    <message>
        <source>Logs of containers that have ended can still be read.</source>
        <translation>Les journaux des conteneurs terminés restent lisibles.</translation>
    </message>
    <message>
        <source>Show all containers</source>
        <translation>Afficher tous les conteneurs</translation>
    </message>
    <message>
        <source>These containers are gone</source>
        <translation>Ces conteneurs n’existent plus</translation>
    </message>
    <message>
        <source>Running containers</source>
        <translation>Conteneurs en marche</translation>
    </message>
    <message>
        <source>Stack {name}</source>
        <translation>Stack {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen container(s)</source>
        <translation>
            <numerusform>%n conteneur choisi</numerusform>
            <numerusform>%n conteneurs choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>Arrêt de la machine</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>Redémarrage de la machine</translation>
    </message>
    <message>
        <source>Pausing the machine</source>
        <translation>Mise en pause de la machine</translation>
    </message>
    <message>
        <source>Repairing the machine</source>
        <translation>Réparation de la machine</translation>
    </message>
    <message>
        <source>Resetting the machine</source>
        <translation>Réinitialisation de la machine</translation>
    </message>
    <message>
        <source>Cannot stop the machine</source>
        <translation>Impossible d’arrêter la machine</translation>
    </message>
    <message>
        <source>Cannot restart the machine</source>
        <translation>Impossible de redémarrer la machine</translation>
    </message>
    <message>
        <source>Cannot pause the machine</source>
        <translation>Impossible de mettre la machine en pause</translation>
    </message>
    <message>
        <source>Cannot repair the machine</source>
        <translation>Impossible de réparer la machine</translation>
    </message>
    <message>
        <source>Cannot reset the machine</source>
        <translation>Impossible de réinitialiser la machine</translation>
    </message>
    <message>
        <source>Repair the data disk…</source>
        <translation>Réparer le disque de données…</translation>
    </message>
    <message>
        <source>Resume the machine</source>
        <translation>Reprendre la machine</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Partage</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Copy the path of its folder</source>
        <translation>Copier le chemin de son dossier</translation>
    </message>
    <message>
        <source>Save diagnostics bundle…</source>
        <translation>Enregistrer un paquet de diagnostic…</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>Passer à un autre ordinateur…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Réinitialiser…</translation>
    </message>
    <message>
        <source>Cancel start</source>
        <translation>Annuler le démarrage</translation>
    </message>
    <message>
        <source>Cancel the start of the machine</source>
        <translation>Annuler le démarrage de la machine</translation>
    </message>
    <message>
        <source>Stop the machine</source>
        <translation>Arrêter la machine</translation>
    </message>
    <message>
        <source>Restart the machine</source>
        <translation>Redémarrer la machine</translation>
    </message>
    <message>
        <source>Waiting for the next start: {settings}.</source>
        <translation>En attente du prochain démarrage&#x202f;: {settings}.</translation>
    </message>
    <message>
        <source>Stop machine</source>
        <translation>Arrêter la machine</translation>
    </message>
    <message>
        <source>Ports are closed. Containers, images and volumes stay.</source>
        <translation>Les ports sont fermés. Les conteneurs, images et volumes restent.</translation>
    </message>
    <message>
        <source>Restart machine</source>
        <translation>Redémarrer la machine</translation>
    </message>
    <message>
        <source>Those with a restart policy start again with the machine. Data stays.</source>
        <translation>Ceux qui ont une politique de redémarrage redémarrent avec la machine. Les données restent.</translation>
    </message>
    <message>
        <source>1 container is stopped in good order: {names}.</source>
        <translation>1 conteneur est arrêté proprement&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>{count} containers are stopped in good order: {names}.</source>
        <translation>{count} conteneurs sont arrêtés proprement&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>Repair data disk</source>
        <translation>Réparer le disque de données</translation>
    </message>
    <message>
        <source>The file system of the data disk is checked and mended.</source>
        <translation>Le système de fichiers du disque de données est vérifié et réparé.</translation>
    </message>
    <message>
        <source>Files that were damaged can be lost or end up in lost+found. Export a copy of the disk first if it holds something you cannot make again.</source>
        <translation>Des fichiers endommagés peuvent être perdus ou se retrouver dans lost+found. Exportez d’abord une copie du disque s’il contient quelque chose d’irremplaçable.</translation>
    </message>
    <message>
        <source>{containers}, {images}, and every volume, network and build cache will be deleted for good.</source>
        <translation>{containers}, {images}, et tous les volumes, réseaux et caches de construction seront définitivement supprimés.</translation>
    </message>
    <message>
        <source>All containers, images, volumes, networks and build cache will be deleted for good.</source>
        <translation>Tous les conteneurs, images, volumes, réseaux et caches de construction seront définitivement supprimés.</translation>
    </message>
    <message>
        <source>They take {size} on this computer.</source>
        <translation>Ils occupent {size} sur cet ordinateur.</translation>
    </message>
    <message numerus="yes">
        <source>%n running now are stopped first.</source>
        <translation>
            <numerusform>%n en marche est d’abord arrêté.</numerusform>
            <numerusform>%n en marche sont d’abord arrêtés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset machine</source>
        <translation>Réinitialiser la machine</translation>
    </message>
    <message>
        <source>This cannot be undone. Settings are kept. To keep the data, first run: {command}</source>
        <translation>Cette action est irréversible. Les réglages sont conservés. Pour garder les données, exécutez d’abord&#x202f;: {command}</translation>
    </message>
    <message>
        <source>Copied the path of the machine&apos;s folder</source>
        <translation>Chemin du dossier de la machine copié</translation>
    </message>
    <message>
        <source>for {duration}</source>
        <comment>how long it has been running</comment>
        <translation>depuis {duration}</translation>
    </message>
    <message>
        <source>Cannot run the checks</source>
        <translation>Impossible d’effectuer les vérifications</translation>
    </message>
    <message>
        <source>This did not work: {what}</source>
        <translation>Cela n’a pas marché : {what}</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Refaire les vérifications</translation>
    </message>
    <message>
        <source>Copy the checks</source>
        <translation>Copier les vérifications</translation>
    </message>
    <message>
        <source>Logs, settings and these checks in one file, secrets taken out. It stays here until you send it to somebody.</source>
        <translation>Journaux, réglages et ces vérifications dans un seul fichier, sans les secrets. Il reste ici jusqu’à ce que vous l’envoyiez à quelqu’un.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Checking the machine</source>
        <translation>Vérification de la machine</translation>
    </message>
    <message>
        <source>Copied the checks</source>
        <translation>Vérifications copiées</translation>
    </message>
    <message>
        <source>Save diagnostics bundle</source>
        <translation>Enregistrer un paquet de diagnostic</translation>
    </message>
    <message>
        <source>Saving a diagnostics bundle</source>
        <translation>Enregistrement d’un paquet de diagnostic</translation>
    </message>
    <message>
        <source>Cannot save {name}</source>
        <translation>Impossible d’enregistrer {name}</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} enregistré</translation>
    </message>
    <message>
        <source>Serial console of the guest since its last start</source>
        <translation>Console série de l’invité depuis son dernier démarrage</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Keep the end in sight</source>
        <translation>Garder la fin visible</translation>
    </message>
    <message>
        <source>Copy the console</source>
        <translation>Copier la console</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>L’invité n’a encore rien affiché.</translation>
    </message>
    <message>
        <source>Copied the selection</source>
        <translation>Sélection copiée</translation>
    </message>
    <message>
        <source>Copied the console</source>
        <translation>Console copiée</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Accélérateur</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>how a run of the machine did</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Starts of the machine</source>
        <translation>Démarrages de la machine</translation>
    </message>
    <message>
        <source>It has not been started yet.</source>
        <translation>Elle n’a pas encore été démarrée.</translation>
    </message>
    <message>
        <source>Cannot read earlier starts</source>
        <translation>Impossible de lire les démarrages précédents</translation>
    </message>
    <message>
        <source>{outcome} after {duration} on {accelerator}</source>
        <translation>{outcome} après {duration} sur {accelerator}</translation>
    </message>
    <message>
        <source>{outcome} after {duration}</source>
        <translation>{outcome} après {duration}</translation>
    </message>
    <message>
        <source>{ending} {moment}</source>
        <comment>how a run ended, and when</comment>
        <translation>{ending} {moment}</translation>
    </message>
    <message>
        <source>Guest image {name}</source>
        <translation>Image invitée {name}</translation>
    </message>
    <message>
        <source>Docker programs reach it at</source>
        <translation>Les programmes Docker la joignent à</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>Dernier démarrage</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Return blocks and memory that the machine no longer needs to this computer</source>
        <translation>Rendre à cet ordinateur les blocs et la mémoire dont la machine n’a plus besoin</translation>
    </message>
    <message>
        <source>Starting now</source>
        <translation>Démarrage en cours</translation>
    </message>
    <message>
        <source>Last start, {duration}</source>
        <translation>Dernier démarrage, {duration}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Pas encore mesuré</translation>
    </message>
    <message>
        <source>Takes none now; up to {size} while it runs</source>
        <translation>N’en prend pas maintenant&#x202f;; jusqu’à {size} en marche</translation>
    </message>
    <message>
        <source>Takes none now</source>
        <translation>N’en prend pas maintenant</translation>
    </message>
    <message>
        <source>{size} of {most} that it may take</source>
        <translation>{size} sur {most} au plus</translation>
    </message>
    <message>
        <source>{size} of it in use by the engine and containers</source>
        <translation>dont {size} utilisés par le moteur et les conteneurs</translation>
    </message>
    <message>
        <source>There is no disk yet</source>
        <translation>Il n’y a pas encore de disque</translation>
    </message>
    <message>
        <source>{size} really taken on this computer</source>
        <translation>{size} réellement occupés sur cet ordinateur</translation>
    </message>
    <message>
        <source>Nobody can tell now what it takes on this computer</source>
        <translation>Nul ne peut dire maintenant ce qu’il occupe sur cet ordinateur</translation>
    </message>
    <message>
        <source>The machine sees {size}</source>
        <translation>La machine voit {size}</translation>
    </message>
    <message>
        <source>The machine sees {size}, of which it uses {used}</source>
        <translation>La machine voit {size}, dont elle utilise {used}</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>Restitution…</translation>
    </message>
    <message>
        <source>Measured: nothing more to give back</source>
        <translation>Mesuré&#x202f;: plus rien à rendre</translation>
    </message>
    <message>
        <source>Measured: {disk} of disk and {memory} of memory came back</source>
        <translation>Mesuré&#x202f;: {disk} de disque et {memory} de mémoire rendus</translation>
    </message>
    <message>
        <source>Cannot give back disk and memory</source>
        <translation>Impossible de rendre le disque et la mémoire</translation>
    </message>
    <message>
        <source>Giving back disk and memory</source>
        <translation>Restitution du disque et de la mémoire</translation>
    </message>
    <message>
        <source>Engine {version}</source>
        <translation>Moteur {version}</translation>
    </message>
    <message>
        <source>Cannot change the machine&apos;s resources</source>
        <translation>Impossible de modifier les ressources de la machine</translation>
    </message>
    <message>
        <source>Takes effect with the next start.</source>
        <translation>Prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>Prend effet aussitôt.</translation>
    </message>
    <message>
        <source>Stop when idle</source>
        <translation>Arrêter en cas d’inactivité</translation>
    </message>
    <message>
        <source>of {size}</source>
        <comment>of all that this computer has</comment>
        <translation>sur {size}</translation>
    </message>
    <message>
        <source>Containers share them.</source>
        <translation>Les conteneurs se les partagent.</translation>
    </message>
    <message>
        <source>The most it may take. What it does not use goes back to this computer.</source>
        <translation>Le maximum qu’elle peut prendre. Ce qu’elle n’utilise pas revient à cet ordinateur.</translation>
    </message>
    <message>
        <source>{size} free here</source>
        <translation>{size} libres ici</translation>
    </message>
    <message>
        <source>The most it may hold. It takes only what is used, and grows, but never shrinks.</source>
        <translation>Le maximum qu’il peut contenir. Il ne prend que ce qui est utilisé, grandit, mais ne rétrécit jamais.</translation>
    </message>
    <message>
        <source>Automatic takes the fastest that works here.</source>
        <translation>Automatique prend le plus rapide qui fonctionne ici.</translation>
    </message>
    <message>
        <source>Sleep when idle</source>
        <translation>Veille en cas d’inactivité</translation>
    </message>
    <message>
        <source>Without running containers it stops and gives its memory back. It wakes with the next docker or davit command.</source>
        <translation>Sans conteneurs en marche, elle s’arrête et rend sa mémoire. Elle se réveille à la prochaine commande docker ou davit.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Annuler les modifications</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>There is no machine yet. It is set up with its first start.</source>
        <translation>Il n’y a pas encore de machine. Elle est configurée à son premier démarrage.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Software emulation (slow)</source>
        <translation>Émulation logicielle (lente)</translation>
    </message>
    <message>
        <source>{accelerator} only</source>
        <translation>{accelerator} seulement</translation>
    </message>
    <message>
        <source>At once: {settings}.</source>
        <translation>Aussitôt&#x202f;: {settings}.</translation>
    </message>
    <message>
        <source>With the next start: {settings}.</source>
        <translation>Au prochain démarrage&#x202f;: {settings}.</translation>
    </message>
    <message>
        <source>When it starts: {settings}.</source>
        <translation>À son démarrage&#x202f;: {settings}.</translation>
    </message>
    <message>
        <source>Changed {settings}</source>
        <translation>Modification effectuée&#x202f;: {settings}</translation>
    </message>
    <message>
        <source>{settings} will change with the next start</source>
        <translation>Modification au prochain démarrage&#x202f;: {settings}</translation>
    </message>
    <message>
        <source>Changing the machine&apos;s resources</source>
        <translation>Modification des ressources de la machine</translation>
    </message>
    <message>
        <source>Cannot change the shared folders</source>
        <translation>Impossible de modifier les dossiers partagés</translation>
    </message>
    <message>
        <source>Cannot change the open ports</source>
        <translation>Impossible de modifier les ports ouverts</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>non partagé</translation>
    </message>
    <message>
        <source>shared by {transport}</source>
        <translation>partagé par {transport}</translation>
    </message>
    <message>
        <source>Shared by {transport}</source>
        <translation>Partagé par {transport}</translation>
    </message>
    <message>
        <source>shared with the next start</source>
        <translation>partagé au prochain démarrage</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>{path} is read-only</source>
        <translation>{path} est en lecture seule</translation>
    </message>
    <message>
        <source>Stop sharing {path}</source>
        <translation>Ne plus partager {path}</translation>
    </message>
    <message>
        <source>Folders that containers may mount</source>
        <translation>Dossiers que les conteneurs peuvent monter</translation>
    </message>
    <message>
        <source>With all below them. Changes take effect with the next start.</source>
        <translation>Avec tout ce qu’ils contiennent. Les modifications prennent effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>No folder is shared: containers see named volumes only.</source>
        <translation>Aucun dossier n’est partagé&#x202f;: les conteneurs ne voient que les volumes nommés.</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>Partager un dossier…</translation>
    </message>
    <message>
        <source>Ports of this computer that containers may reach</source>
        <translation>Ports de cet ordinateur que les conteneurs peuvent joindre</translation>
    </message>
    <message>
        <source>Programs that listen on this computer&apos;s 127.0.0.1 are found by containers at host.docker.internal, on these ports only. A change takes effect at once.</source>
        <translation>Les conteneurs trouvent à host.docker.internal les programmes à l’écoute sur 127.0.0.1 de cet ordinateur, sur ces ports seulement. Une modification prend effet aussitôt.</translation>
    </message>
    <message>
        <source>none; for instance 5432, 8000, or all</source>
        <translation>aucun&#x202f;; par exemple 5432, 8000, ou all</translation>
    </message>
    <message>
        <source>Apply the ports</source>
        <translation>Appliquer les ports</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>Partager un dossier</translation>
    </message>
    <message>
        <source>Changing the shared folders</source>
        <translation>Modification des dossiers partagés</translation>
    </message>
    <message>
        <source>Containers may reach: {ports}</source>
        <translation>Les conteneurs peuvent joindre&#x202f;: {ports}</translation>
    </message>
    <message>
        <source>Containers may reach: no port of this computer</source>
        <translation>Les conteneurs peuvent joindre&#x202f;: aucun port de cet ordinateur</translation>
    </message>
    <message>
        <source>Changing the open ports</source>
        <translation>Modification des ports ouverts</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Stacks</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>Run a new container</source>
        <translation>Lancer un nouveau conteneur</translation>
    </message>
    <message>
        <source>Build an image…</source>
        <translation>Construire une image…</translation>
    </message>
    <message>
        <source>Make an image from a Dockerfile</source>
        <translation>Faire une image à partir d’un Dockerfile</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Annuler la suppression</translation>
    </message>
    <message>
        <source>Stop machine and quit</source>
        <translation>Arrêter la machine et quitter</translation>
    </message>
    <message>
        <source>Stop containers in good order, then the machine, then Davit</source>
        <translation>Arrêter proprement les conteneurs, puis la machine, puis Davit</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>&amp;Conteneur</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Find or filter</source>
        <translation>Chercher ou filtrer</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Commandes…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>Replier ou déplier la barre latérale</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Texte normal</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>About Davit</source>
        <translation>À propos de Davit</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>See the settings</source>
        <translation>Voir les réglages</translation>
    </message>
    <message>
        <source>The engine does not answer: {reason}. What you see is how it was. Davit keeps trying.</source>
        <translation>Le moteur ne répond pas&#x202f;: {reason}. Vous voyez le dernier état connu. Davit continue d’essayer.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>The machine is paused: containers stand still, and their ports do not answer.</source>
        <translation>La machine est en pause&#x202f;: les conteneurs sont immobiles et leurs ports ne répondent pas.</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>depuis les sources</translation>
    </message>
    <message>
        <source>Davit {version}
Linux containers with an engine of its own.

Engine: {engine}
Address: {address}</source>
        <translation>Davit {version}
Des conteneurs Linux avec leur propre moteur.

Moteur&#x202f;: {engine}
Adresse&#x202f;: {address}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Quit Davit</source>
        <translation>Quitter Davit</translation>
    </message>
    <message>
        <source>1 container keeps running when Davit is closed.</source>
        <translation>1 conteneur continue de fonctionner quand Davit est fermé.</translation>
    </message>
    <message>
        <source>{count} containers keep running when Davit is closed.</source>
        <translation>{count} conteneurs continuent de fonctionner quand Davit est fermé.</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Ne plus demander</translation>
    </message>
    <message>
        <source>The engine goes on without the window, and the ports stay open.</source>
        <translation>Le moteur continue sans la fenêtre, et les ports restent ouverts.</translation>
    </message>
    <message>
        <source>The machine goes on without the window, and the ports stay open.</source>
        <translation>La machine continue sans la fenêtre, et les ports restent ouverts.</translation>
    </message>
    <message>
        <source>It takes {size} of memory now.</source>
        <translation>Elle occupe {size} de mémoire maintenant.</translation>
    </message>
    <message>
        <source>Stopping the machine before Davit quits</source>
        <translation>Arrêt de la machine avant de quitter Davit</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Détails du problème</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>Créer un réseau</translation>
    </message>
    <message>
        <source>Containers on one network reach each other by their names.</source>
        <translation>Les conteneurs d’un même réseau se joignent par leurs noms.</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>choisi pour vous</translation>
    </message>
    <message>
        <source>the first address of the subnet</source>
        <translation>la première adresse du sous-réseau</translation>
    </message>
    <message>
        <source>Without a way out: no internet, no published ports</source>
        <translation>Sans issue&#x202f;: pas d’internet, pas de ports publiés</translation>
    </message>
    <message>
        <source>With IPv6 addresses too</source>
        <translation>Avec aussi des adresses IPv6</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Sous-réseau</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Passerelle</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, a letter or digit first</source>
        <translation>Lettres, chiffres et _ . - seulement, d’abord une lettre ou un chiffre</translation>
    </message>
    <message>
        <source>Connect container</source>
        <translation>Connecter un conteneur</translation>
    </message>
    <message>
        <source>It joins {network} at once and keeps the networks that it is on.</source>
        <translation>Il rejoint {network} aussitôt et garde ses autres réseaux.</translation>
    </message>
    <message>
        <source>a further name, if wanted</source>
        <translation>un autre nom, si besoin</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Every container is on this network already</source>
        <translation>Tous les conteneurs sont déjà sur ce réseau</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interne</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>stack {name}</source>
        <translation>stack {name}</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Caractéristiques</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Filter by name, driver or subnet</source>
        <translation>Filtrer par nom, pilote ou sous-réseau</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Créer…</translation>
    </message>
    <message>
        <source>Connect container…</source>
        <translation>Connecter un conteneur…</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>Pas de réseaux</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Containers on this network</source>
        <translation>Conteneurs sur ce réseau</translation>
    </message>
    <message>
        <source>Cannot list networks</source>
        <translation>Impossible de lister les réseaux</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n réseau</numerusform>
            <numerusform>%n réseaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) on {name}</source>
        <translation>
            <numerusform>%n conteneur sur {name}</numerusform>
            <numerusform>%n conteneurs sur {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating network {name}</source>
        <translation>Création du réseau {name}</translation>
    </message>
    <message>
        <source>Cannot create network {name}</source>
        <translation>Impossible de créer le réseau {name}</translation>
    </message>
    <message>
        <source>Connecting {container} to {network}</source>
        <translation>Connexion de {container} à {network}</translation>
    </message>
    <message>
        <source>Cannot connect {container} to {network}</source>
        <translation>Impossible de connecter {container} à {network}</translation>
    </message>
    <message>
        <source>Disconnecting {container} from {network}</source>
        <translation>Déconnexion de {container} de {network}</translation>
    </message>
    <message>
        <source>Cannot disconnect {container} from {network}</source>
        <translation>Impossible de déconnecter {container} de {network}</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n network(s)</source>
        <translation>
            <numerusform>%n réseau supprimé</numerusform>
            <numerusform>%n réseaux supprimés</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting network {name}</source>
        <translation>Suppression du réseau {name}</translation>
    </message>
    <message>
        <source>Cannot delete network {name}</source>
        <translation>Impossible de supprimer le réseau {name}</translation>
    </message>
    <message>
        <source>Prune unused networks</source>
        <translation>Nettoyer les réseaux inutilisés</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) with no container will be deleted.</source>
        <translation>
            <numerusform>%n réseau sans conteneur sera supprimé.</numerusform>
            <numerusform>%n réseaux sans conteneur seront supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete networks</source>
        <translation>Supprimer les réseaux</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command, a page, a container or an image</source>
        <translation>Tapez une commande, une page, un conteneur ou une image</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>Nothing fits these letters.</source>
        <translation>Rien ne correspond à ces lettres.</translation>
    </message>
    <message>
        <source>View logs of {name}</source>
        <translation>Voir les journaux de {name}</translation>
    </message>
    <message>
        <source>Inspect {name}</source>
        <translation>Inspecter {name}</translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation>Démarrer {name}</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>Arrêter {name}</translation>
    </message>
    <message>
        <source>Restart {name}</source>
        <translation>Redémarrer {name}</translation>
    </message>
    <message>
        <source>Open terminal in {name}</source>
        <translation>Ouvrir un terminal dans {name}</translation>
    </message>
    <message>
        <source>Run {name}…</source>
        <translation>Lancer {name}…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
    <message>
        <source>Exposed by the image, but not published</source>
        <translation>Exposé par l’image, mais non publié</translation>
    </message>
    <message>
        <source>Run the image again and publish it.</source>
        <translation>Relancez l’image et publiez-le.</translation>
    </message>
    <message>
        <source>Not open: the container is not running</source>
        <translation>Non ouvert&#x202f;: le conteneur n’est pas en marche</translation>
    </message>
    <message>
        <source>The forward is not open: {reason}</source>
        <translation>La redirection n’est pas ouverte&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Stop what holds the port, or run the container on another one.</source>
        <translation>Arrêtez ce qui tient le port, ou lancez le conteneur sur un autre.</translation>
    </message>
    <message>
        <source>Listens on {address} inside, where nobody from outside gets</source>
        <translation>Écoute sur {address} à l’intérieur, inaccessible de l’extérieur</translation>
    </message>
    <message>
        <source>Make the program in the container listen on 0.0.0.0.</source>
        <translation>Faites écouter le programme du conteneur sur 0.0.0.0.</translation>
    </message>
    <message>
        <source>See the logs: the program may be starting still, or have failed.</source>
        <translation>Voyez les journaux&#x202f;: le programme démarre peut-être encore, ou a échoué.</translation>
    </message>
    <message>
        <source>The container listens on {ports}: publish that instead.</source>
        <translation>Le conteneur écoute sur {ports}&#x202f;: publiez plutôt cela.</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container yet</source>
        <translation>Rien n’écoute encore sur {port} dans le conteneur</translation>
    </message>
    <message>
        <source>Published; {protocol} cannot be asked</source>
        <translation>Publié&#x202f;; {protocol} ne peut pas être interrogé</translation>
    </message>
    <message>
        <source>Listens in the container</source>
        <translation>Écoute dans le conteneur</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Interrogation…</translation>
    </message>
    <message>
        <source>Answers in {time} ms</source>
        <translation>Répond en {time} ms</translation>
    </message>
    <message>
        <source>The program takes connections and hangs up at once</source>
        <translation>Le programme accepte les connexions et raccroche aussitôt</translation>
    </message>
    <message>
        <source>See the logs for the reason.</source>
        <translation>Voyez les journaux pour en connaître la raison.</translation>
    </message>
    <message>
        <source>The forward is open, but hangs up at once</source>
        <translation>La redirection est ouverte, mais raccroche aussitôt</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container, or only on its own 127.0.0.1.</source>
        <translation>Rien n’écoute sur {port} dans le conteneur, ou seulement sur son propre 127.0.0.1.</translation>
    </message>
    <message>
        <source>nothing listens</source>
        <translation>rien n’écoute</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refusé&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Restart the container: its forward is gone.</source>
        <translation>Redémarrez le conteneur&#x202f;: sa redirection a disparu.</translation>
    </message>
    <message>
        <source>No answer: something drops the connection</source>
        <translation>Pas de réponse&#x202f;: quelque chose rejette la connexion</translation>
    </message>
    <message>
        <source>Look for a firewall between this computer and the container.</source>
        <translation>Cherchez un pare-feu entre cet ordinateur et le conteneur.</translation>
    </message>
    <message>
        <source>No ports</source>
        <translation>Pas de ports</translation>
    </message>
    <message>
        <source>The container publishes no port, and its image names none. A port is published when the container is run.</source>
        <translation>Le conteneur ne publie aucun port, et son image n’en nomme aucun. Un port est publié au lancement du conteneur.</translation>
    </message>
    <message>
        <source>Visible on your network: bound to all addresses</source>
        <translation>Visible sur votre réseau&#x202f;: lié à toutes les adresses</translation>
    </message>
    <message>
        <source>Port of this computer</source>
        <translation>Port de cet ordinateur</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>Dans le conteneur</translation>
    </message>
    <message>
        <source>Filter by port or container</source>
        <translation>Filtrer par port ou conteneur</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder de nouveau</translation>
    </message>
    <message>
        <source>No ports are published</source>
        <translation>Aucun port n’est publié</translation>
    </message>
    <message>
        <source>A container&apos;s port is opened on this computer when the container is run with it.</source>
        <translation>Le port d’un conteneur est ouvert sur cet ordinateur si le conteneur est lancé avec lui.</translation>
    </message>
    <message>
        <source>What mends the selected port</source>
        <translation>Ce qui répare le port sélectionné</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n port</numerusform>
            <numerusform>%n ports</numerusform>
        </translation>
    </message>
    <message>
        <source>nginx, ghcr.io/owner/name:tag, or words to search for</source>
        <translation>nginx, ghcr.io/owner/name:tag, ou des mots à chercher</translation>
    </message>
    <message>
        <source>Image to pull</source>
        <translation>Image à télécharger</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the registry, and list the tags (Ctrl+Return)</source>
        <translation>Chercher dans le registre et lister les tags (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>This engine&apos;s platform</source>
        <translation>Plateforme de ce moteur</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>Télécharger l’image</translation>
    </message>
    <message>
        <source>All of the pull</source>
        <translation>Ensemble du téléchargement</translation>
    </message>
    <message>
        <source>Cancel pull</source>
        <translation>Annuler le téléchargement</translation>
    </message>
    <message>
        <source>Asking the registry…</source>
        <translation>Interrogation du registre…</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept for a day, for the next try.</source>
        <translation>Annulé. Ce qui est arrivé est gardé un jour, pour le prochain essai.</translation>
    </message>
    <message>
        <source>Log in to {registry}…</source>
        <translation>Se connecter à {registry}…</translation>
    </message>
    <message>
        <source>{name} is not the name of an image</source>
        <translation>{name} n’est pas un nom d’image</translation>
    </message>
    <message>
        <source>A name for an image has no digest</source>
        <translation>Un nom d’image n’a pas de digest</translation>
    </message>
    <message>
        <source>Closed, it goes on under Tasks at the lower right.</source>
        <translation>Fenêtre fermée, l’opération continue sous Tâches, en bas à droite.</translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation>Envoyer une image</translation>
    </message>
    <message>
        <source>Name to push</source>
        <translation>Nom à envoyer</translation>
    </message>
    <message>
        <source>Push image</source>
        <translation>Envoyer l’image</translation>
    </message>
    <message>
        <source>All of the push</source>
        <translation>Ensemble de l’envoi</translation>
    </message>
    <message>
        <source>Give the image the name of another registry or repository</source>
        <translation>Donner à l’image le nom d’un autre registre ou dépôt</translation>
    </message>
    <message>
        <source>Cancel push</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>Cannot push {name}</source>
        <translation>Impossible d’envoyer {name}</translation>
    </message>
    <message>
        <source>Pushing {name}</source>
        <translation>Envoi de {name}</translation>
    </message>
    <message>
        <source>Cancelled. Layers that have arrived stay there.</source>
        <translation>Annulé. Les couches arrivées y restent.</translation>
    </message>
    <message>
        <source>The name has no registry in it, so it goes to Docker Hub. To push elsewhere, give the image a name such as registry.example.com/team/name:tag.</source>
        <translation>Le nom ne contient pas de registre&#x202f;: l’image va donc à Docker Hub. Pour l’envoyer ailleurs, donnez-lui un nom comme registry.example.com/team/name:tag.</translation>
    </message>
    <message>
        <source>It goes to {registry}.</source>
        <translation>Elle va à {registry}.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Dépôt</translation>
    </message>
    <message>
        <source>{name} (official)</source>
        <translation>{name} (officiel)</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Repositories found</source>
        <translation>Dépôts trouvés</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>Dépôts</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>Filtrer les tags</translation>
    </message>
    <message>
        <source>Name an image and pull it, or search. Docker Hub can be searched; other registries list the tags of a repository that is named in full.</source>
        <translation>Nommez une image et téléchargez-la, ou faites une recherche. La recherche est possible dans Docker Hub&#x202f;; les autres registres listent les tags d’un dépôt nommé en entier.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Choose a repository to see its tags.</source>
        <translation>Choisissez un dépôt pour voir ses tags.</translation>
    </message>
    <message>
        <source>Cannot search</source>
        <translation>Impossible de chercher</translation>
    </message>
    <message>
        <source>Asking for the tags…</source>
        <translation>Demande des tags…</translation>
    </message>
    <message>
        <source>Cannot list the tags of {name}</source>
        <translation>Impossible de lister les tags de {name}</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of {name}</source>
        <translation>
            <numerusform>%n tag de {name}</numerusform>
            <numerusform>%n tags de {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>Il n’y a pas de tags.</translation>
    </message>
    <message>
        <source>{registry} offers no search. Its tags of a full name are listed beside.</source>
        <translation>{registry} ne propose pas de recherche. Les tags d’un nom complet sont listés à côté.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>No registry has an image of this name.</source>
        <translation>Aucun registre n’a d’image de ce nom.</translation>
    </message>
    <message>
        <source>official</source>
        <translation>officiel</translation>
    </message>
    <message>
        <source>Search registries for this name</source>
        <translation>Chercher ce nom dans les registres</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Add port</source>
        <translation>Ajouter un port</translation>
    </message>
    <message>
        <source>Add volume or folder</source>
        <translation>Ajouter un volume ou un dossier</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>Ajouter une variable</translation>
    </message>
    <message>
        <source>Add from env file…</source>
        <translation>Ajouter depuis un fichier env…</translation>
    </message>
    <message>
        <source>as the image says</source>
        <translation>selon l’image</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Commande</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>Point d’&amp;entrée</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Not on this computer yet: it is pulled first.</source>
        <translation>Pas encore sur cet ordinateur&#x202f;: elle est d’abord téléchargée.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Utiliser {name}</translation>
    </message>
    <message>
        <source>Port {port} is asked for twice</source>
        <translation>Le port {port} est demandé deux fois</translation>
    </message>
    <message>
        <source>Use {port}</source>
        <translation>Utiliser {port}</translation>
    </message>
    <message>
        <source>The image does not start without {name}: {use}</source>
        <translation>L’image ne démarre pas sans {name}&#x202f;: {use}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>Ajouter {name}</translation>
    </message>
    <message>
        <source>Env file</source>
        <translation>Fichier env</translation>
    </message>
    <message>
        <source>Cannot read the env file: {why}</source>
        <translation>Impossible de lire le fichier env&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Restart and removal</source>
        <translation>Redémarrage et suppression</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU et mémoire</translation>
    </message>
    <message>
        <source>User and process</source>
        <translation>Utilisateur et processus</translation>
    </message>
    <message>
        <source>Capabilities and privileges</source>
        <translation>Capacités et privilèges</translation>
    </message>
    <message>
        <source>Platform and pulling</source>
        <translation>Plateforme et téléchargement</translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation>Lancer un conteneur</translation>
    </message>
    <message>
        <source>This cannot be read any more: {command}</source>
        <translation>Cela n’est plus lisible&#x202f;: {command}</translation>
    </message>
    <message>
        <source>This form was closed before {image} was run.</source>
        <translation>Ce formulaire a été fermé avant le lancement de {image}.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>Autres options</translation>
    </message>
    <message>
        <source>The same as a docker command</source>
        <translation>La commande docker équivalente</translation>
    </message>
    <message>
        <source>Copy the command, secrets included</source>
        <translation>Copier la commande, secrets compris</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>Avancement du lancement</translation>
    </message>
    <message>
        <source>Run container</source>
        <translation>Lancer le conteneur</translation>
    </message>
    <message>
        <source>{field} is set twice: in the form and by a flag</source>
        <translation>{field} est défini deux fois&#x202f;: dans le formulaire et par une option</translation>
    </message>
    <message>
        <source>Run container (Ctrl+Return)</source>
        <translation>Lancer le conteneur (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Saved as preset {title}.</source>
        <translation>Enregistré comme préréglage {title}.</translation>
    </message>
    <message>
        <source>Deleted preset {title}.</source>
        <translation>Préréglage {title} supprimé.</translation>
    </message>
    <message>
        <source>Preset {title} is back.</source>
        <translation>Le préréglage {title} est de retour.</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Annuler le lancement</translation>
    </message>
    <message>
        <source>Esc closes this window and lets the run go on</source>
        <translation>Esc ferme cette fenêtre et laisse le lancement se poursuivre</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
    <message>
        <source>Pulling {name}: {done}</source>
        <translation>Téléchargement de {name}&#x202f;: {done}</translation>
    </message>
    <message>
        <source>Cannot run {name} again</source>
        <translation>Impossible de relancer {name}</translation>
    </message>
    <message>
        <source>Cannot run a container now</source>
        <translation>Impossible de lancer un conteneur maintenant</translation>
    </message>
    <message>
        <source>Cannot search for {name}</source>
        <translation>Impossible de chercher {name}</translation>
    </message>
    <message>
        <source>Cannot keep presets and recent runs</source>
        <translation>Impossible de conserver les préréglages et lancements récents</translation>
    </message>
    <message>
        <source>Running {name}</source>
        <translation>Lancement de {name}</translation>
    </message>
    <message>
        <source>Cannot run {name}</source>
        <translation>Impossible de lancer {name}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>le fichier est trop grand</translation>
    </message>
    <message>
        <source>Unless it was stopped</source>
        <translation>Sauf s’il a été arrêté</translation>
    </message>
    <message>
        <source>When it is not on this computer</source>
        <translation>Si elle n’est pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Always, for the newest</source>
        <translation>Toujours, pour la plus récente</translation>
    </message>
    <message>
        <source>The usual one (bridge)</source>
        <translation>L’habituel (bridge)</translation>
    </message>
    <message>
        <source>This computer&apos;s own (host)</source>
        <translation>Celui de cet ordinateur (host)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <source>Other names in the network</source>
        <translation>Autres noms dans le réseau</translation>
    </message>
    <message>
        <source>db, database</source>
        <translation>db, database</translation>
    </message>
    <message>
        <source>Other names there</source>
        <translation>Autres noms dans ce réseau</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nom d’hôte</translation>
    </message>
    <message>
        <source>the container&apos;s id</source>
        <translation>l’id du conteneur</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>Nom d’&amp;hôte</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Ajouter un hôte</translation>
    </message>
    <message>
        <source>Host and its address</source>
        <translation>Hôte et son adresse</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Hôtes connus</translation>
    </message>
    <message>
        <source>Add name server</source>
        <translation>Ajouter un serveur de noms</translation>
    </message>
    <message>
        <source>Address of a name server</source>
        <translation>Adresse d’un serveur de noms</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Serveurs de noms</translation>
    </message>
    <message>
        <source>Only a network of your own gives other names</source>
        <translation>Seul un réseau à vous donne d’autres noms</translation>
    </message>
    <message>
        <source>Write a name, a colon and an address</source>
        <translation>Écrivez un nom, un deux-points et une adresse</translation>
    </message>
    <message>
        <source>Write it as {text}</source>
        <translation>Écrivez-le ainsi&#x202f;: {text}</translation>
    </message>
    <message>
        <source>Write an address, such as 1.1.1.1</source>
        <translation>Écrivez une adresse, comme 1.1.1.1</translation>
    </message>
    <message>
        <source>Times that it is tried again</source>
        <translation>Nombre de nouveaux essais</translation>
    </message>
    <message>
        <source>any number of times</source>
        <translation>sans limite d’essais</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>Re&amp;démarrage</translation>
    </message>
    <message>
        <source>Delete the container, and its unnamed volumes, when it stops</source>
        <translation>Supprimer le conteneur et ses volumes sans nom quand il s’arrête</translation>
    </message>
    <message>
        <source>A container that is deleted when it stops cannot be restarted</source>
        <translation>Un conteneur supprimé à l’arrêt ne peut pas être redémarré</translation>
    </message>
    <message>
        <source>CPU limit in cores</source>
        <translation>Limite de CPU en cœurs</translation>
    </message>
    <message>
        <source>all, or 1.5</source>
        <translation>tous, ou 1.5</translation>
    </message>
    <message>
        <source>CPU limit (cores)</source>
        <translation>Limite de CPU (cœurs)</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Limite de mémoire</translation>
    </message>
    <message>
        <source>all, or 512m, 2g</source>
        <translation>toute, ou 512m, 2g</translation>
    </message>
    <message>
        <source>The CPU limit is a number of cores, such as 1.5</source>
        <translation>La limite de CPU est un nombre de cœurs, comme 1.5</translation>
    </message>
    <message>
        <source>The memory limit is a size of at least 6m, such as 512m or 2g</source>
        <translation>La limite de mémoire est une taille d’au moins 6m, comme 512m ou 2g</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Working &amp;folder</source>
        <translation>Dossier de tra&amp;vail</translation>
    </message>
    <message>
        <source>Give it a terminal (-t)</source>
        <translation>Lui donner un terminal (-t)</translation>
    </message>
    <message>
        <source>Keep its input open (-i)</source>
        <translation>Garder son entrée ouverte (-i)</translation>
    </message>
    <message>
        <source>Run a small init process first, which clears away zombies</source>
        <translation>Exécuter d’abord un petit processus init, qui élimine les zombies</translation>
    </message>
    <message>
        <source>Make its own file system read-only; volumes stay as they are</source>
        <translation>Mettre son système de fichiers en lecture seule&#x202f;; les volumes restent tels quels</translation>
    </message>
    <message>
        <source>Capabilities it gets</source>
        <translation>Capacités qu’il reçoit</translation>
    </message>
    <message>
        <source>Capabilities to add</source>
        <translation>Capacités à ajouter</translation>
    </message>
    <message>
        <source>Capabilities it loses</source>
        <translation>Capacités qu’il perd</translation>
    </message>
    <message>
        <source>Capabilities to drop</source>
        <translation>Capacités à retirer</translation>
    </message>
    <message>
        <source>It may do whatever root may on the computer that the engine runs on: see every device, change the kernel&apos;s settings, leave the container. Only for images you trust as much as that computer&apos;s administrator.</source>
        <translation>Il peut tout ce que root peut sur l’ordinateur où s’exécute le moteur&#x202f;: voir chaque périphérique, modifier les réglages du noyau, sortir du conteneur. Seulement pour les images auxquelles vous faites autant confiance qu’à l’administrateur de cet ordinateur.</translation>
    </message>
    <message>
        <source>{name} is not a capability</source>
        <translation>{name} n’est pas une capacité</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Write a label as name=value</source>
        <translation>Écrivez une étiquette comme nom=valeur</translation>
    </message>
    <message>
        <source>this computer&apos;s, or linux/arm64</source>
        <translation>celle de cet ordinateur, ou linux/arm64</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>&amp;Plateforme</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>Télécharger l’image</translation>
    </message>
    <message>
        <source>Pu&amp;ll the image</source>
        <translation>Té&amp;lécharger l’image</translation>
    </message>
    <message>
        <source>A platform is written as linux/amd64 or linux/arm64</source>
        <translation>Une plateforme s’écrit linux/amd64 ou linux/arm64</translation>
    </message>
    <message>
        <source>Add flag</source>
        <translation>Ajouter une option</translation>
    </message>
    <message>
        <source>Everything else that docker run knows, one flag on each line.</source>
        <translation>Tout le reste que connaît docker run, une option par ligne.</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Aussi</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Qui peut le joindre</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Cet ordinateur seulement</translation>
    </message>
    <message>
        <source>Your whole network</source>
        <translation>Tout votre réseau</translation>
    </message>
    <message>
        <source>free port</source>
        <translation>port libre</translation>
    </message>
    <message>
        <source>Port of the container</source>
        <translation>Port du conteneur</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Take this port away</source>
        <translation>Retirer ce port</translation>
    </message>
    <message>
        <source>As the engine decides</source>
        <translation>Selon le moteur</translation>
    </message>
    <message>
        <source>Address {address}</source>
        <translation>Adresse {address}</translation>
    </message>
    <message>
        <source>The container&apos;s port is a number from 1 to 65535</source>
        <translation>Le port du conteneur est un nombre de 1 à 65535</translation>
    </message>
    <message>
        <source>The port of this computer is a number from 1 to 65535</source>
        <translation>Le port de cet ordinateur est un nombre de 1 à 65535</translation>
    </message>
    <message>
        <source>Folder of this computer, or name of a volume</source>
        <translation>Dossier de cet ordinateur, ou nom d’un volume</translation>
    </message>
    <message>
        <source>Folder, or name of a volume</source>
        <translation>Dossier, ou nom d’un volume</translation>
    </message>
    <message>
        <source>Choose a folder of this computer</source>
        <translation>Choisir un dossier de cet ordinateur</translation>
    </message>
    <message>
        <source>Path in the container</source>
        <translation>Chemin dans le conteneur</translation>
    </message>
    <message>
        <source>/path/in/container</source>
        <translation>/chemin/dans/le/conteneur</translation>
    </message>
    <message>
        <source>Take this volume away</source>
        <translation>Retirer ce volume</translation>
    </message>
    <message>
        <source>Choose a volume that exists</source>
        <translation>Choisir un volume existant</translation>
    </message>
    <message>
        <source>There are no volumes yet</source>
        <translation>Il n’y a pas encore de volumes</translation>
    </message>
    <message>
        <source>The path in the container begins with / and is not / itself</source>
        <translation>Le chemin dans le conteneur commence par / et n’est pas / lui-même</translation>
    </message>
    <message>
        <source>Give a whole path (/…), or a volume&apos;s name of letters, digits, _ . and -</source>
        <translation>Donnez un chemin complet (/…), ou un nom de volume fait de lettres, chiffres, _ . et -</translation>
    </message>
    <message>
        <source>A folder with a colon in its path cannot be mounted</source>
        <translation>Un dossier dont le chemin contient un deux-points ne peut pas être monté</translation>
    </message>
    <message>
        <source>Folder to mount</source>
        <translation>Dossier à monter</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Nom de la variable</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>Value of the variable</source>
        <translation>Valeur de la variable</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>Afficher la valeur</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Generate a password</source>
        <translation>Générer un mot de passe</translation>
    </message>
    <message>
        <source>Take this variable away</source>
        <translation>Retirer cette variable</translation>
    </message>
    <message>
        <source>A variable&apos;s name has no spaces and no =</source>
        <translation>Un nom de variable ne contient ni espaces ni =</translation>
    </message>
    <message>
        <source>{name} is a secret, and secrets are not kept: give its value again</source>
        <translation>{name} est un secret, et les secrets ne sont pas conservés&#x202f;: redonnez sa valeur</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>Masquer la valeur</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Retirer cette ligne</translation>
    </message>
    <message>
        <source>Flag of docker run</source>
        <translation>Option de docker run</translation>
    </message>
    <message>
        <source>{field}: a quote is not closed</source>
        <translation>{field}&#x202f;: un guillemet n’est pas fermé</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Presets that you saved and what you ran before</source>
        <translation>Préréglages que vous avez enregistrés et lancements précédents</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>Paste docker run…</source>
        <translation>Coller un docker run…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nom du préréglage</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Enregistrer le préréglage</translation>
    </message>
    <message>
        <source>Kept on this computer. Passwords and other secrets are not kept: they are asked for again.</source>
        <translation>Conservé sur cet ordinateur. Les mots de passe et autres secrets ne sont pas conservés&#x202f;: ils sont redemandés.</translation>
    </message>
    <message>
        <source>Paste a docker run command</source>
        <translation>Coller une commande docker run</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>Autres images</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Supprimer le préréglage</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Lancements récents</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>il y a {time}</translation>
    </message>
    <message>
        <source>Cannot export the machine</source>
        <translation>Impossible d’exporter la machine</translation>
    </message>
    <message>
        <source>Cannot import into the machine</source>
        <translation>Impossible d’importer dans la machine</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>Passer à un autre ordinateur</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>Depuis cet ordinateur</translation>
    </message>
    <message>
        <source>Writes all containers, images and volumes to one file. The machine stops for it, and starts again if it ran.</source>
        <translation>Écrit tous les conteneurs, images et volumes dans un fichier. La machine s’arrête pour cela et redémarre si elle tournait.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>Vers cet ordinateur</translation>
    </message>
    <message>
        <source>Puts the content of such a file in the place of what the machine holds.</source>
        <translation>Met le contenu d’un tel fichier à la place de ce que contient la machine.</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Tout exporter</translation>
    </message>
    <message numerus="yes">
        <source>%n running container(s) will be stopped in good order.</source>
        <translation>
            <numerusform>%n conteneur en marche sera arrêté proprement.</numerusform>
            <numerusform>%n conteneurs en marche seront arrêtés proprement.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and export</source>
        <translation>Arrêter et exporter</translation>
    </message>
    <message>
        <source>Import into the machine</source>
        <translation>Importer dans la machine</translation>
    </message>
    <message>
        <source>Exported machines (*{suffix})</source>
        <translation>Machines exportées (*{suffix})</translation>
    </message>
    <message>
        <source>All containers, images and volumes of the machine will be deleted for good.</source>
        <translation>Tous les conteneurs, images et volumes de la machine seront définitivement supprimés.</translation>
    </message>
    <message>
        <source>Those of {name} come in their place, once the file has been found whole.</source>
        <translation>Ceux de {name} prennent leur place, une fois le fichier reconnu complet.</translation>
    </message>
    <message>
        <source>Replace everything</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>Exporté vers {name}</translation>
    </message>
    <message>
        <source>Exporting the machine</source>
        <translation>Export de la machine</translation>
    </message>
    <message>
        <source>Importing into the machine</source>
        <translation>Import dans la machine</translation>
    </message>
    <message>
        <source>Stopping the machine…</source>
        <translation>Arrêt de la machine…</translation>
    </message>
    <message>
        <source>Copying the disk…</source>
        <translation>Copie du disque…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Chercher dans les réglages</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Points more or less than the system&apos;s text. Ctrl+= and Ctrl+- do the same.</source>
        <translation>Points en plus ou en moins que le texte du système. Ctrl+= et Ctrl+- font de même.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Counts when Davit is opened the next time.</source>
        <translation>Valable à la prochaine ouverture de Davit.</translation>
    </message>
    <message>
        <source>Show the sidebar as icons only</source>
        <translation>Réduire la barre latérale aux icônes</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Ask before Davit is closed while containers run</source>
        <translation>Demander avant de fermer Davit quand des conteneurs sont en marche</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>Rester dans la zone de notification à la fermeture</translation>
    </message>
    <message>
        <source>Containers run without the window in any case.</source>
        <translation>Les conteneurs continuent sans la fenêtre dans tous les cas.</translation>
    </message>
    <message>
        <source>Notify me while I do something else</source>
        <translation>Me prévenir pendant que je fais autre chose</translation>
    </message>
    <message>
        <source>When a container stops by itself with an error, and when long work ends.</source>
        <translation>Quand un conteneur s’arrête de lui-même avec une erreur, et quand un long travail se termine.</translation>
    </message>
    <message>
        <source>Start Davit when I log in</source>
        <translation>Démarrer Davit à l’ouverture de session</translation>
    </message>
    <message>
        <source>It starts out of sight: in the tray, or as a small window where there is none.</source>
        <translation>Il démarre discrètement&#x202f;: dans la zone de notification, ou en petite fenêtre s’il n’y en a pas.</translation>
    </message>
    <message>
        <source>Check for updates once after each start</source>
        <translation>Vérifier les mises à jour une fois après chaque démarrage</translation>
    </message>
    <message>
        <source>When the Images page is first shown. Only the registries of your images are asked.</source>
        <translation>Au premier affichage de la page Images. Seuls les registres de vos images sont interrogés.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Largest, newest or last first</source>
        <translation>D’abord le plus grand, le plus récent ou le dernier</translation>
    </message>
    <message>
        <source>Cannot change what starts at login</source>
        <translation>Impossible de modifier ce qui démarre à l’ouverture de session</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>Aucun réglage ne contient ces mots</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exporter les réglages</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importer les réglages</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>Réglages (*.toml)</translation>
    </message>
    <message>
        <source>Cannot read {file}</source>
        <translation>Impossible de lire {file}</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>Réglages importés</translation>
    </message>
    <message>
        <source>Fold the sidebar (Ctrl+B)</source>
        <translation>Replier la barre latérale (Ctrl+B)</translation>
    </message>
    <message>
        <source>Unfold the sidebar (Ctrl+B)</source>
        <translation>Déplier la barre latérale (Ctrl+B)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Containers of the stack</source>
        <translation>Conteneurs de la stack</translation>
    </message>
    <message>
        <source>Networks of the stack</source>
        <translation>Réseaux de la stack</translation>
    </message>
    <message>
        <source>Volumes of the stack</source>
        <translation>Volumes de la stack</translation>
    </message>
    <message>
        <source>Back to the stacks (Alt+Left)</source>
        <translation>Retour aux stacks (Alt+Gauche)</translation>
    </message>
    <message>
        <source>{files} in {folder}</source>
        <translation>{files} dans {folder}</translation>
    </message>
    <message>
        <source>Cannot read the networks and volumes of {name}</source>
        <translation>Impossible de lire les réseaux et volumes de {name}</translation>
    </message>
    <message>
        <source>Kill all</source>
        <translation>Tout tuer</translation>
    </message>
    <message>
        <source>Delete stack</source>
        <translation>Supprimer la stack</translation>
    </message>
    <message>
        <source>Delete stack with volumes…</source>
        <translation>Supprimer la stack et ses volumes…</translation>
    </message>
    <message>
        <source>Delete stack and its volumes</source>
        <translation>Supprimer la stack et ses volumes</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) of {name} and the data in these volumes are deleted.</source>
        <translation>
            <numerusform>%n conteneur de {name} et les données de ces volumes sont supprimés.</numerusform>
            <numerusform>%n conteneurs de {name} et les données de ces volumes sont supprimés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes to delete</source>
        <translation>Volumes à supprimer</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>taille inconnue</translation>
    </message>
    <message>
        <source>{size} in all. This cannot be undone.</source>
        <translation>{size} en tout. Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Delete stack and volumes</source>
        <translation>Supprimer la stack et les volumes</translation>
    </message>
    <message>
        <source>Deleted stack {name}</source>
        <translation>Stack {name} supprimée</translation>
    </message>
    <message>
        <source>Deleting the networks of {name}</source>
        <translation>Suppression des réseaux de {name}</translation>
    </message>
    <message>
        <source>networks of {name}</source>
        <translation>réseaux de {name}</translation>
    </message>
    <message>
        <source>Cannot delete the networks of {name}</source>
        <translation>Impossible de supprimer les réseaux de {name}</translation>
    </message>
    <message>
        <source>Deleting containers</source>
        <translation>Suppression des conteneurs</translation>
    </message>
    <message>
        <source>Deleting networks</source>
        <translation>Suppression des réseaux</translation>
    </message>
    <message>
        <source>Deleting volumes</source>
        <translation>Suppression des volumes</translation>
    </message>
    <message>
        <source>Deleting {name} and its volumes</source>
        <translation>Suppression de {name} et de ses volumes</translation>
    </message>
    <message>
        <source>Cannot delete {name} and its volumes</source>
        <translation>Impossible de supprimer {name} et ses volumes</translation>
    </message>
    <message>
        <source>Deleted stack {name} and its volumes</source>
        <translation>Stack {name} et ses volumes supprimés</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>Dans {folder}</translation>
    </message>
    <message>
        <source>Filter by name, service, port, file</source>
        <translation>Filtrer par nom, service, port, fichier</translation>
    </message>
    <message>
        <source>No stacks yet</source>
        <translation>Pas encore de stacks</translation>
    </message>
    <message>
        <source>A stack is what docker compose makes of one file: containers that belong together.</source>
        <translation>Une stack est ce que docker compose crée à partir d’un fichier&#x202f;: des conteneurs qui vont ensemble.</translation>
    </message>
    <message>
        <source>Delete with volumes…</source>
        <translation>Supprimer avec les volumes…</translation>
    </message>
    <message>
        <source>Cannot read the volumes of {name}</source>
        <translation>Impossible de lire les volumes de {name}</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step of a start</comment>
        <translation>échouée</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a step of a start</comment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a step of a start</comment>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step of a start</comment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>The last {span}</source>
        <translation>Période récente&#x202f;: {span}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>write</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>Processus et threads</translation>
    </message>
    <message>
        <source>Not running; figures are of earlier runs.</source>
        <translation>Pas en marche&#x202f;; les chiffres viennent d’exécutions précédentes.</translation>
    </message>
    <message>
        <source>Processes ({count})</source>
        <translation>Processus ({count})</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number on the engine&apos;s machine</source>
        <translation>Numéro sur la machine du moteur</translation>
    </message>
    <message>
        <source>On average since it began</source>
        <translation>En moyenne depuis son début</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>{engine}: connecting…</source>
        <translation>{engine}&#x202f;: connexion…</translation>
    </message>
    <message>
        <source>{engine}: running</source>
        <translation>{engine}&#x202f;: en marche</translation>
    </message>
    <message>
        <source>{engine}: not reachable</source>
        <translation>{engine}&#x202f;: injoignable</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>Software emulation: slower. Why?</source>
        <translation>Émulation logicielle&#x202f;: plus lente. Pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>Emulated: why?</source>
        <translation>Émulée&#x202f;: pourquoi&#x202f;?</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window and the engine; disk held by images, containers and volumes</source>
        <translation>CPU et mémoire résidente de cette fenêtre et du moteur&#x202f;; disque occupé par les images, conteneurs et volumes</translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>Aucune tâche en cours</translation>
    </message>
    <message>
        <source>Show what is running and what was done</source>
        <translation>Afficher ce qui est en cours et ce qui a été fait</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window, QEMU and the machine&apos;s supervisor; disk that the machine&apos;s image really takes on this computer</source>
        <translation>CPU et mémoire résidente de cette fenêtre, de QEMU et du superviseur de la machine&#x202f;; disque que l’image de la machine occupe réellement sur cet ordinateur</translation>
    </message>
    <message>
        <source>{machine} · connecting…</source>
        <translation>{machine} · connexion…</translation>
    </message>
    <message>
        <source>Disk {size}</source>
        <translation>Disque {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n tâche en cours</numerusform>
            <numerusform>%n tâches en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks: {words}</source>
        <translation>Tâches&#x202f;: {words}</translation>
    </message>
    <message>
        <source>CPU {percent}</source>
        <translation>CPU {percent}</translation>
    </message>
    <message>
        <source>Memory {size}</source>
        <translation>Mémoire {size}</translation>
    </message>
    <message>
        <source>Davit uses {figures}</source>
        <translation>Davit utilise {figures}</translation>
    </message>
    <message>
        <source>Close the task drawer (Esc)</source>
        <translation>Fermer le volet des tâches (Esc)</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Rien n’a encore été fait.</translation>
    </message>
    <message>
        <source>Cancel: {task}</source>
        <translation>Annuler&#x202f;: {task}</translation>
    </message>
    <message>
        <source>Progress of {task}</source>
        <translation>Progression de {task}</translation>
    </message>
    <message>
        <source>{outcome} {time}</source>
        <comment>of a task, and the time of day when it ended</comment>
        <translation>{outcome} {time}</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Commande copiée</translation>
    </message>
    <message>
        <source>Scroll through the terminal</source>
        <translation>Faire défiler le terminal</translation>
    </message>
    <message>
        <source>Debug shell</source>
        <translation>Shell de débogage</translation>
    </message>
    <message>
        <source>A helper container runs a shell from another image beside {name}. It sees the same processes and network, and the files at /proc/1/root. It is deleted when its terminal is closed.</source>
        <translation>Un conteneur auxiliaire exécute un shell d’une autre image à côté de {name}. Il voit les mêmes processus et le même réseau, et les fichiers à /proc/1/root. Il est supprimé à la fermeture de son terminal.</translation>
    </message>
    <message>
        <source>Open debug shell</source>
        <translation>Ouvrir un shell de débogage</translation>
    </message>
    <message>
        <source>There is no image to take a shell from. Pull one, such as busybox.</source>
        <translation>Aucune image ne fournit de shell. Téléchargez-en une, comme busybox.</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>Nouveau terminal</translation>
    </message>
    <message>
        <source>as the container&apos;s own</source>
        <translation>comme celui du conteneur</translation>
    </message>
    <message>
        <source>Enter a command.</source>
        <translation>Saisissez une commande.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Un guillemet n’est pas fermé.</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>Chercher dans le terminal</translation>
    </message>
    <message>
        <source>Previous (Enter, Shift+F3)</source>
        <translation>Précédent (Entrée, Maj+F3)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter, F3)</source>
        <translation>Suivant (Maj+Entrée, F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Fermer la recherche (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminaux</translation>
    </message>
    <message>
        <source>New terminal (Ctrl+Shift+N)</source>
        <translation>Nouveau terminal (Ctrl+Maj+N)</translation>
    </message>
    <message>
        <source>Other terminals…</source>
        <translation>Autres terminaux…</translation>
    </message>
    <message>
        <source>Close {name} (Ctrl+Shift+W)</source>
        <translation>Fermer {name} (Ctrl+Maj+W)</translation>
    </message>
    <message>
        <source>Terminal {name} in {container}</source>
        <translation>Terminal {name} dans {container}</translation>
    </message>
    <message>
        <source>No terminal is open</source>
        <translation>Aucun terminal n’est ouvert</translation>
    </message>
    <message>
        <source>{name} is not running</source>
        <translation>{name} n’est pas en marche</translation>
    </message>
    <message>
        <source>A terminal can be opened while it runs.</source>
        <translation>Un terminal peut être ouvert tant qu’il est en marche.</translation>
    </message>
    <message>
        <source>Start container</source>
        <translation>Démarrer le conteneur</translation>
    </message>
    <message>
        <source>New terminal as root</source>
        <translation>Nouveau terminal en tant que root</translation>
    </message>
    <message>
        <source>New terminal with…</source>
        <translation>Nouveau terminal avec…</translation>
    </message>
    <message>
        <source>The container&apos;s own terminal</source>
        <translation>Le terminal du conteneur lui-même</translation>
    </message>
    <message>
        <source>Debug shell…</source>
        <translation>Shell de débogage…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>The container is paused.</source>
        <translation>Le conteneur est en pause.</translation>
    </message>
    <message>
        <source>The terminal can be opened again when it is back.</source>
        <translation>Le terminal pourra être rouvert à son retour.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Le moteur ne répond pas.</translation>
    </message>
    <message>
        <source>The container has been deleted.</source>
        <translation>Le conteneur a été supprimé.</translation>
    </message>
    <message>
        <source>The container has stopped.</source>
        <translation>Le conteneur s’est arrêté.</translation>
    </message>
    <message>
        <source>{names} could not be run. A debug shell from another image sees the container&apos;s processes, network and files.</source>
        <translation>Impossible d’exécuter {names}. Un shell de débogage d’une autre image voit les processus, le réseau et les fichiers du conteneur.</translation>
    </message>
    <message>
        <source>There is no such program in this container.</source>
        <translation>Ce programme n’existe pas dans ce conteneur.</translation>
    </message>
    <message>
        <source>This image has no shell.</source>
        <translation>Cette image n’a pas de shell.</translation>
    </message>
    <message>
        <source>The connection to the program broke.</source>
        <translation>La connexion au programme s’est interrompue.</translation>
    </message>
    <message>
        <source>The terminal could not be opened.</source>
        <translation>Le terminal n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The program has ended with exit status {status}.</source>
        <translation>Le programme s’est terminé avec le statut {status}.</translation>
    </message>
    <message>
        <source>The program has ended.</source>
        <translation>Le programme s’est terminé.</translation>
    </message>
    <message>
        <source>Paste into the terminal</source>
        <translation>Coller dans le terminal</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>Coller %n ligne dans le terminal&#x202f;?</numerusform>
            <numerusform>Coller %n lignes dans le terminal&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>Coller %n ligne</numerusform>
            <numerusform>Coller %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask again in this terminal</source>
        <translation>Ne plus demander dans ce terminal</translation>
    </message>
    <message>
        <source>Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu copies what it shows.</source>
        <translation>Les touches vont au programme. Ctrl+Tab quitte le terminal&#x202f;; Copier l’écran, dans son menu, copie ce qu’il affiche.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Copy screen</source>
        <translation>Copier l’écran</translation>
    </message>
    <message>
        <source>Clear what has scrolled away</source>
        <translation>Effacer ce qui a défilé</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Open Davit</source>
        <translation>Ouvrir Davit</translation>
    </message>
    <message>
        <source>No container is running</source>
        <translation>Aucun conteneur n’est en marche</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n autre…</numerusform>
            <numerusform>%n autres…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Davit: %n container(s) running</source>
        <translation>
            <numerusform>Davit&#x202f;: %n conteneur en marche</numerusform>
            <numerusform>Davit&#x202f;: %n conteneurs en marche</numerusform>
        </translation>
    </message>
    <message>
        <source>Davit: idle</source>
        <translation>Davit&#x202f;: inactif</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Terminé&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Back to the volumes (Alt+Left)</source>
        <translation>Retour aux volumes (Alt+Gauche)</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>Cloner…</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Not used by any container</source>
        <translation>Utilisé par aucun conteneur</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>pas en marche</translation>
    </message>
    <message>
        <source>Import into it…</source>
        <translation>Y importer…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Vider…</translation>
    </message>
    <message>
        <source>{name} (anonymous)</source>
        <translation>{name} (anonyme)</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} ou plus</translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation>Créer un volume</translation>
    </message>
    <message>
        <source>A volume keeps files when the containers that use it are deleted.</source>
        <translation>Un volume garde les fichiers quand les conteneurs qui l’utilisent sont supprimés.</translation>
    </message>
    <message>
        <source>Driver and labels</source>
        <translation>Pilote et étiquettes</translation>
    </message>
    <message numerus="yes">
        <source>Pause them meanwhile</source>
        <translation>
            <numerusform>Le mettre en pause pendant ce temps</numerusform>
            <numerusform>Les mettre en pause pendant ce temps</numerusform>
        </translation>
    </message>
    <message>
        <source>Export volume</source>
        <translation>Exporter le volume</translation>
    </message>
    <message>
        <source>All files of {name} are written to an archive.</source>
        <translation>Tous les fichiers de {name} sont écrits dans une archive.</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the archive could hold half-written files.</source>
        <translation>Écriture possible pendant ce temps par {names}&#x202f;; l’archive pourrait contenir des fichiers écrits à moitié.</translation>
    </message>
    <message>
        <source>Clone volume</source>
        <translation>Cloner le volume</translation>
    </message>
    <message>
        <source>All files of {name} are copied into a new volume.</source>
        <translation>Tous les fichiers de {name} sont copiés dans un nouveau volume.</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>Nom de la copie</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the copy could hold half-written files.</source>
        <translation>Écriture possible pendant ce temps par {names}&#x202f;; la copie pourrait contenir des fichiers écrits à moitié.</translation>
    </message>
    <message>
        <source>Import volume</source>
        <translation>Importer un volume</translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n file(s) and folder(s), {size}.</source>
        <translation>
            <numerusform>{file} contient %n fichier ou dossier, {size}.</numerusform>
            <numerusform>{file} contient %n fichiers et dossiers, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new volume</source>
        <translation>Un nouveau volume</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Already there: {names}. Files of the same name are replaced, others stay.</source>
        <translation>Déjà présents&#x202f;: {names}. Les fichiers de même nom sont remplacés, les autres restent.</translation>
    </message>
    <message>
        <source>Nothing at its top has the same name. What is there stays.</source>
        <translation>Rien n’y porte le même nom au premier niveau. Ce qui s’y trouve reste.</translation>
    </message>
    <message>
        <source>{names} may read or write there meanwhile.</source>
        <translation>Lecture ou écriture possible pendant ce temps par {names}.</translation>
    </message>
    <message>
        <source>Their files are gone for good. This cannot be undone.</source>
        <translation>Leurs fichiers disparaissent pour de bon. Cette action est irréversible.</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>Supprimer le volume</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)</source>
        <translation>
            <numerusform>Supprimer %n volume</numerusform>
            <numerusform>Supprimer %n volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} come free on the disk</source>
        <translation>{size} seront libérés sur le disque</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>pas encore compté</translation>
    </message>
    <message>
        <source>Creating volume {name}</source>
        <translation>Création du volume {name}</translation>
    </message>
    <message>
        <source>Cannot create volume {name}</source>
        <translation>Impossible de créer le volume {name}</translation>
    </message>
    <message>
        <source>Created volume {name}</source>
        <translation>Volume {name} créé</translation>
    </message>
    <message>
        <source>Delete the volume {name}?</source>
        <translation>Supprimer le volume {name}&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)?</source>
        <translation>
            <numerusform>Supprimer %n volume&#x202f;?</numerusform>
            <numerusform>Supprimer %n volumes&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) in use stay.</source>
        <translation>
            <numerusform>%n volume utilisé reste.</numerusform>
            <numerusform>%n volumes utilisés restent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete volumes</source>
        <translation>Supprimer les volumes</translation>
    </message>
    <message>
        <source>Prune unused volumes</source>
        <translation>Nettoyer les volumes inutilisés</translation>
    </message>
    <message>
        <source>Anonymous only</source>
        <translation>Anonymes seulement</translation>
    </message>
    <message>
        <source>All unused</source>
        <translation>Tous les inutilisés</translation>
    </message>
    <message>
        <source>No container uses them, running or not.</source>
        <translation>Aucun conteneur ne les utilise, en marche ou non.</translation>
    </message>
    <message>
        <source>Deleting volume {name}</source>
        <translation>Suppression du volume {name}</translation>
    </message>
    <message>
        <source>Cannot delete volume {name}</source>
        <translation>Impossible de supprimer le volume {name}</translation>
    </message>
    <message>
        <source>Deleted volume {name}</source>
        <translation>Volume {name} supprimé</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n volume(s)</source>
        <translation>
            <numerusform>Suppression de %n volume</numerusform>
            <numerusform>Suppression de %n volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty volume</source>
        <translation>Vider le volume</translation>
    </message>
    <message>
        <source>Delete all files of the volume {name}?</source>
        <translation>Supprimer tous les fichiers du volume {name}&#x202f;?</translation>
    </message>
    <message>
        <source>Running containers use it: {names}.</source>
        <translation>Des conteneurs en marche l’utilisent&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>Emptying volume {name}</source>
        <translation>Vidage du volume {name}</translation>
    </message>
    <message>
        <source>Cannot empty volume {name}</source>
        <translation>Impossible de vider le volume {name}</translation>
    </message>
    <message>
        <source>Emptied volume {name}</source>
        <translation>Volume {name} vidé</translation>
    </message>
    <message>
        <source>Copied the name of the volume</source>
        <translation>Nom du volume copié</translation>
    </message>
    <message>
        <source>Compressed archives (*.tar.gz *.tgz)</source>
        <translation>Archives compressées (*.tar.gz *.tgz)</translation>
    </message>
    <message>
        <source>Exporting volume {name}</source>
        <translation>Export du volume {name}</translation>
    </message>
    <message>
        <source>Cannot export volume {name}</source>
        <translation>Impossible d’exporter le volume {name}</translation>
    </message>
    <message>
        <source>Exported volume {name}</source>
        <translation>Volume {name} exporté</translation>
    </message>
    <message>
        <source>Cloning volume {name}</source>
        <translation>Clonage du volume {name}</translation>
    </message>
    <message>
        <source>Cannot clone volume {name}</source>
        <translation>Impossible de cloner le volume {name}</translation>
    </message>
    <message>
        <source>Cloned volume {name}</source>
        <translation>Volume {name} cloné</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</source>
        <translation>Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</translation>
    </message>
    <message>
        <source>Cannot import {file}</source>
        <translation>Impossible d’importer {file}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Lecture de {file}</translation>
    </message>
    <message>
        <source>Importing volume {name}</source>
        <translation>Import du volume {name}</translation>
    </message>
    <message>
        <source>Cannot import volume {name}</source>
        <translation>Impossible d’importer le volume {name}</translation>
    </message>
    <message>
        <source>Imported volume {name}</source>
        <translation>Volume {name} importé</translation>
    </message>
    <message>
        <source>It is used by {names}</source>
        <translation>Il est utilisé par {names}</translation>
    </message>
    <message numerus="yes">
        <source>Delete these containers first; stopped ones count too.</source>
        <translation>
            <numerusform>Supprimez d’abord ce conteneur, même s’il est arrêté.</numerusform>
            <numerusform>Supprimez d’abord ces conteneurs, y compris ceux qui sont arrêtés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot list volumes</source>
        <translation>Impossible de lister les volumes</translation>
    </message>
    <message>
        <source>{name}, running</source>
        <translation>{name}, en marche</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>Filter by name, container or stack</source>
        <translation>Filtrer par nom, conteneur ou stack</translation>
    </message>
    <message>
        <source>No volumes</source>
        <translation>Pas de volumes</translation>
    </message>
    <message>
        <source>{volumes}, {size}</source>
        <translation>{volumes}, {size}</translation>
    </message>
    <message>
        <source>{words} ({size} unused)</source>
        <translation>{words} ({size} inutilisés)</translation>
    </message>
    <message>
        <source>Welcome to Davit</source>
        <translation>Bienvenue dans Davit</translation>
    </message>
    <message>
        <source>Containers are Linux programs. They run in a small Linux machine of their own, inside this computer. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Les conteneurs sont des programmes Linux. Ils s’exécutent dans leur propre petite machine Linux, à l’intérieur de cet ordinateur. Rien n’est envoyé nulle part, et aucun compte n’est nécessaire.</translation>
    </message>
    <message>
        <source>1  This computer</source>
        <translation>1  Cet ordinateur</translation>
    </message>
    <message>
        <source>2  Start the machine</source>
        <translation>2  Démarrer la machine</translation>
    </message>
    <message>
        <source>3  Run your first container</source>
        <translation>3  Lancer votre premier conteneur</translation>
    </message>
    <message>
        <source>It runs, on {accelerator}.</source>
        <translation>Elle est en marche, avec {accelerator}.</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>Cela prend un moment la première fois.</translation>
    </message>
    <message>
        <source>Its settings are on the Machine page.</source>
        <translation>Ses réglages sont sur la page Machine.</translation>
    </message>
    <message>
        <source>It gets a part of this computer&apos;s CPUs and memory, and a disk that takes only what is used. All of that can be changed later.</source>
        <translation>Elle reçoit une partie des CPU et de la mémoire de cet ordinateur, et un disque qui n’occupe que ce qui est utilisé. Tout cela peut être modifié plus tard.</translation>
    </message>
    <message>
        <source>Cannot check this computer</source>
        <translation>Impossible de vérifier cet ordinateur</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else.</source>
        <translation>Demande à {host} la liste des versions et ne lui dit rien d’autre.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier de nouveau</translation>
    </message>
    <message>
        <source>A small web page that came with Davit. It opens in your browser and needs no network.</source>
        <translation>Une petite page web fournie avec Davit. Elle s’ouvre dans votre navigateur et n’a pas besoin de réseau.</translation>
    </message>
    <message>
        <source>{file} is not a whole tar archive: {reason}</source>
        <translation>{file} n’est pas une archive tar complète&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>There is a volume {name} already</source>
        <translation>Il existe déjà un volume {name}</translation>
    </message>
    <message>
        <source>Cannot let docker use this engine</source>
        <translation>Impossible de faire utiliser ce moteur par docker</translation>
    </message>
    <message>
        <source>Containers are Linux programs with all they need. An engine runs them in the background. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Les conteneurs sont des programmes Linux avec tout ce qu’il leur faut. Un moteur les exécute en arrière-plan. Rien n’est envoyé nulle part, et aucun compte n’est nécessaire.</translation>
    </message>
    <message>
        <source>Let docker use this engine</source>
        <translation>Faire utiliser ce moteur par docker</translation>
    </message>
    <message>
        <source>2  Run your first container</source>
        <translation>2  Exécuter votre premier conteneur</translation>
    </message>
    <message>
        <source>Letting docker use this engine</source>
        <translation>docker est configuré pour ce moteur</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>check of the machine</comment>
        <translation>dossier</translation>
    </message>
    <message>
        <source>settings</source>
        <comment>check of the machine</comment>
        <translation>réglages</translation>
    </message>
    <message>
        <source>accelerator</source>
        <comment>check of the machine</comment>
        <translation>accélérateur</translation>
    </message>
    <message>
        <source>supervisor</source>
        <comment>check of the machine</comment>
        <translation>superviseur</translation>
    </message>
    <message>
        <source>engine</source>
        <comment>check of the machine</comment>
        <translation>moteur</translation>
    </message>
    <message>
        <source>clock</source>
        <comment>check of the machine</comment>
        <translation>horloge</translation>
    </message>
    <message>
        <source>none</source>
        <comment>check of the machine</comment>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not set up</source>
        <comment>what the machine is</comment>
        <translation>non configurée</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the machine is</comment>
        <translation>arrêtée</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>what the machine is</comment>
        <translation>en démarrage</translation>
    </message>
    <message>
        <source>running</source>
        <comment>what the machine is</comment>
        <translation>en marche</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>what the machine is</comment>
        <translation>en pause</translation>
    </message>
    <message>
        <source>asleep</source>
        <comment>what the machine is</comment>
        <translation>endormie</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>what the machine is</comment>
        <translation>en cours d’arrêt</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the machine is</comment>
        <translation>en échec</translation>
    </message>
    <message>
        <source>start</source>
        <comment>what is done to the machine</comment>
        <translation>démarrer</translation>
    </message>
    <message>
        <source>put to sleep</source>
        <comment>what is done to the machine</comment>
        <translation>endormir</translation>
    </message>
    <message>
        <source>pause</source>
        <comment>what is done to the machine</comment>
        <translation>mettre en pause</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>what is done to the machine</comment>
        <translation>reprendre</translation>
    </message>
    <message>
        <source>clean up</source>
        <comment>what is done to the machine</comment>
        <translation>nettoyer</translation>
    </message>
    <message>
        <source>upgrade</source>
        <comment>what is done to the machine</comment>
        <translation>mettre à niveau</translation>
    </message>
    <message>
        <source>repair</source>
        <comment>what is done to the machine</comment>
        <translation>réparer</translation>
    </message>
    <message>
        <source>change</source>
        <comment>what is done to the machine</comment>
        <translation>modifier</translation>
    </message>
    <message>
        <source>Cannot keep the download in {folder}</source>
        <translation>Impossible de garder le téléchargement dans {folder}</translation>
    </message>
    <message>
        <source>{name} is not the file that was signed</source>
        <translation>{name} n’est pas le fichier qui a été signé</translation>
    </message>
    <message>
        <source>It was damaged or changed on the way, and has been deleted. Try again.</source>
        <translation>Il a été endommagé ou modifié en route et a été supprimé. Réessayez.</translation>
    </message>
    <message>
        <source>The download of {name} broke off</source>
        <translation>Le téléchargement de {name} s’est interrompu</translation>
    </message>
    <message>
        <source>What has come is kept. Check the network, then try again.</source>
        <translation>Ce qui est arrivé est conservé. Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The server does not give {name} (status {status})</source>
        <translation>Le serveur ne donne pas {name} (état {status})</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <source>{name} is longer than the file that was signed</source>
        <translation>{name} est plus long que le fichier qui a été signé</translation>
    </message>
    <message>
        <source>The server is not to be trusted. Nothing was installed.</source>
        <translation>Ce serveur n’est pas digne de confiance. Rien n’a été installé.</translation>
    </message>
    <message>
        <source>it ended after {size}</source>
        <translation>il s’est arrêté après {size}</translation>
    </message>
    <message>
        <source>The server of the updates is too slow</source>
        <translation>Le serveur des mises à jour est trop lent</translation>
    </message>
    <message>
        <source>What has come is kept. Try again later.</source>
        <translation>Ce qui est arrivé est conservé. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>There is no room for the download in {folder}</source>
        <translation>Il n’y a pas de place pour le téléchargement dans {folder}</translation>
    </message>
    <message>
        <source>It needs {size}, and {free} are free. Delete files to make room.</source>
        <translation>Il faut {size}, et {free} sont libres. Supprimez des fichiers pour faire de la place.</translation>
    </message>
    <message>
        <source>Type: {command}</source>
        <translation>Tapez : {command}</translation>
    </message>
    <message>
        <source>Cannot put in {name}</source>
        <translation>Impossible de mettre en place {name}</translation>
    </message>
    <message>
        <source>The disk image holds no application</source>
        <translation>L’image disque ne contient aucune application</translation>
    </message>
    <message>
        <source>{program} does not end</source>
        <translation>{program} ne se termine pas</translation>
    </message>
    <message>
        <source>{program} failed</source>
        <translation>{program} a échoué</translation>
    </message>
    <message>
        <source>The list of updates does not end</source>
        <translation>La liste des mises à jour ne se termine pas</translation>
    </message>
    <message>
        <source>The server has no list of updates (status {status})</source>
        <translation>Le serveur n’a pas de liste des mises à jour (état {status})</translation>
    </message>
    <message>
        <source>The list of updates cannot be had</source>
        <translation>La liste des mises à jour ne peut pas être obtenue</translation>
    </message>
    <message>
        <source>The list of updates is past its date</source>
        <translation>La liste des mises à jour est périmée</translation>
    </message>
    <message>
        <source>If this computer&apos;s clock is right, the server was neglected, or somebody on the way keeps newer lists from you. Try again later, or over another network.</source>
        <translation>Si l’horloge de cet ordinateur est juste, le serveur a été négligé, ou quelqu’un en chemin vous cache des listes plus récentes. Réessayez plus tard ou par un autre réseau.</translation>
    </message>
    <message>
        <source>The list of updates is older than the one that was seen before</source>
        <translation>La liste des mises à jour est plus ancienne que celle déjà vue</translation>
    </message>
    <message>
        <source>The list of updates is not signed by those who make Davit</source>
        <translation>La liste des mises à jour n’est pas signée par ceux qui font Davit</translation>
    </message>
    <message>
        <source>The parts of the list of updates do not belong together</source>
        <translation>Les parties de la liste des mises à jour ne vont pas ensemble</translation>
    </message>
    <message>
        <source>The list of updates cannot be understood</source>
        <translation>La liste des mises à jour est incompréhensible</translation>
    </message>
    <message>
        <source>Cannot keep the list of updates in {folder}</source>
        <translation>Impossible de garder la liste des mises à jour dans {folder}</translation>
    </message>
    <message>
        <source>Somebody on the way may have changed it. Nothing was installed. Try again later, or over another network.</source>
        <translation>Quelqu’un en chemin l’a peut-être modifiée. Rien n’a été installé. Réessayez plus tard ou par un autre réseau.</translation>
    </message>
    <message>
        <source>The server of the updates cannot be asked</source>
        <translation>Impossible d’interroger le serveur des mises à jour</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Cannot ask {address} for updates</source>
        <translation>Impossible de demander les mises à jour à {address}</translation>
    </message>
    <message>
        <source>Its address must begin with https://</source>
        <translation>Son adresse doit commencer par https://</translation>
    </message>
    <message>
        <source>Cannot write to {folder}</source>
        <translation>Impossible d’écrire dans {folder}</translation>
    </message>
    <message>
        <source>Cannot look for updates</source>
        <translation>Impossible de chercher des mises à jour</translation>
    </message>
    <message>
        <source>Davit {version} did not start</source>
        <translation>Davit {version} n’a pas démarré</translation>
    </message>
    <message>
        <source>Davit {previous} is back in its place</source>
        <translation>Davit {previous} est de retour à sa place</translation>
    </message>
    <message>
        <source>This version is not offered again. Containers and data are untouched.</source>
        <translation>Cette version ne sera plus proposée. Les conteneurs et les données sont intacts.</translation>
    </message>
    <message>
        <source>Davit {version} was not installed</source>
        <translation>Davit {version} n’a pas été installé</translation>
    </message>
    <message>
        <source>The installation did not come to its end</source>
        <translation>L’installation n’est pas allée à son terme</translation>
    </message>
    <message>
        <source>Try again from the settings.</source>
        <translation>Réessayez depuis les réglages.</translation>
    </message>
    <message>
        <source>{what} is downloaded</source>
        <translation>{what} est téléchargé</translation>
    </message>
    <message>
        <source>Cannot download {what}</source>
        <translation>Impossible de télécharger {what}</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>Téléchargement de {what}</translation>
    </message>
    <message>
        <source>Cannot install {what}</source>
        <translation>Impossible d’installer {what}</translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation>Installation de {what}</translation>
    </message>
    <message>
        <source>Cannot repair Davit</source>
        <translation>Impossible de réparer Davit</translation>
    </message>
    <message>
        <source>Davit {version} is not offered any more</source>
        <translation>Davit {version} n’est plus proposé</translation>
    </message>
    <message>
        <source>Install the newest version from the website.</source>
        <translation>Installez la version la plus récente depuis le site.</translation>
    </message>
    <message>
        <source>Repairing Davit</source>
        <translation>Réparation de Davit</translation>
    </message>
    <message>
        <source>guest image {version}</source>
        <translation>image de l’invité {version}</translation>
    </message>
    <message>
        <source>There is a new guest image for the machine: {version}</source>
        <translation>Il y a une nouvelle image de l’invité pour la machine : {version}</translation>
    </message>
    <message>
        <source>There is a new version: Davit {version}</source>
        <translation>Il y a une nouvelle version : Davit {version}</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>Chercher une nouvelle version une fois par jour</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else. Nothing is downloaded or installed without you.</source>
        <translation>Demande à {host} la liste des versions et ne lui dit rien d’autre. Rien n’est téléchargé ni installé sans vous.</translation>
    </message>
    <message>
        <source>Address of a mirror</source>
        <translation>Adresse d’un miroir</translation>
    </message>
    <message>
        <source>What a mirror gives is verified with the same signatures.</source>
        <translation>Ce que donne un miroir est vérifié avec les mêmes signatures.</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>Il n’y a rien à faire ici.</translation>
    </message>
    <message>
        <source>Davit came with this system&apos;s packages, which bring new versions as well.</source>
        <translation>Davit est venu avec les paquets de ce système, qui apportent aussi les nouvelles versions.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>C’est la version la plus récente.</translation>
    </message>
    <message>
        <source>Never looked.</source>
        <translation>Jamais vérifié.</translation>
    </message>
    <message>
        <source>Last looked: {ago}</source>
        <translation>Dernière vérification : {ago}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>Télécharger ({size})</translation>
    </message>
    <message>
        <source>Install and restart Davit</source>
        <translation>Installer et redémarrer Davit</translation>
    </message>
    <message>
        <source>Restart the machine with it</source>
        <translation>Redémarrer la machine avec elle</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>Ignorer cette version</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what} : {done} sur {total}</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Install it with:</source>
        <translation>C’est téléchargé et vérifié. Installez avec :</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Containers stop while the machine restarts.</source>
        <translation>C’est téléchargé et vérifié. Les conteneurs s’arrêtent pendant que la machine redémarre.</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Davit closes and opens again.</source>
        <translation>C’est téléchargé et vérifié. Davit se ferme et se rouvre.</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>Commande copiée</translation>
    </message>
    <message>
        <source>{question} {next}</source>
        <comment>two sentences, the first with its mark</comment>
        <translation>{question} {next}</translation>
    </message>
    <message>
        <source>{sentence}. {next}</source>
        <comment>two sentences</comment>
        <translation>{sentence}. {next}</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>Ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>The engine went away before the build ended.</source>
        <translation>Le moteur a disparu avant la fin du build.</translation>
    </message>
    <message>
        <source>A line of the .dockerignore is only “!”: name what to keep.</source>
        <translation>Une ligne de .dockerignore n’est que « ! » : indiquez ce qu’il faut garder.</translation>
    </message>
    <message>
        <source>The .dockerignore has a pattern that cannot be read: {pattern}</source>
        <translation>Le .dockerignore contient un motif illisible : {pattern}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phases</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>From {base}</source>
        <translation>À partir de {base}</translation>
    </message>
    <message>
        <source>&lt; 0.1 s</source>
        <translation>&lt; 0.1 s</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the steps print them.</source>
        <translation>Rien n’est encore imprimé. Les lignes apparaissent ici à mesure que les étapes les impriment.</translation>
    </message>
    <message>
        <source>Nothing was printed. What comes from the cache is not run again.</source>
        <translation>Rien n’a été imprimé. Ce qui vient du cache n’est pas réexécuté.</translation>
    </message>
    <message>
        <source>Cannot list builds</source>
        <translation>Impossible de lister les builds</translation>
    </message>
</context>
</TS>
