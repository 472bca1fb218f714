<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The registry refused {key}</source>
        <translation>Die Registry hat {key} abgelehnt</translation>
    </message>
    <message>
        <source>The credentials for {server} in {file} are damaged. Log in again.</source>
        <translation>Die Zugangsdaten für {server} in {file} sind beschädigt. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>The credential helper {program} is not installed, but {file} asks for it.</source>
        <translation>Der Credential Helper {program} ist nicht installiert, aber {file} verlangt ihn.</translation>
    </message>
    <message>
        <source>Cannot read {path}: {error}</source>
        <translation>{path} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>{path} is not a JSON object</source>
        <translation>{path} ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}</source>
        <translation>{path} ist nicht schreibbar: {reason}</translation>
    </message>
    <message>
        <source>Cannot read the context &quot;{name}&quot; in {path}: {error}</source>
        <translation>Der Kontext „{name}“ in {path} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot; exists already and leads to {host}. Choose another name, or remove it: docker context rm {name}</source>
        <translation>Der Docker-Kontext „{name}“ besteht bereits und führt zu {host}. Einen anderen Namen wählen oder ihn entfernen: docker context rm {name}</translation>
    </message>
    <message>
        <source>The context &quot;{name}&quot; is not Davit&apos;s: docker context rm {name}</source>
        <translation>Der Kontext „{name}“ stammt nicht von Davit: docker context rm {name}</translation>
    </message>
    <message>
        <source>Cannot remove {file}: {reason}</source>
        <translation>{file} lässt sich nicht entfernen: {reason}</translation>
    </message>
    <message>
        <source>The engine ended the output in the middle of a message.</source>
        <translation>Die Engine hat die Ausgabe mitten in einer Nachricht beendet.</translation>
    </message>
    <message>
        <source>The engine went away before the container ended.</source>
        <translation>Die Engine war weg, bevor der Container endete.</translation>
    </message>
    <message>
        <source>The engine ended the log in the middle of a message.</source>
        <translation>Die Engine hat das Protokoll mitten in einer Nachricht beendet.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be understood: {error}</source>
        <translation>Die Antwort der Engine ist nicht verständlich: {error}</translation>
    </message>
    <message>
        <source>Cannot reach the engine at {host}: {why}. {hint}</source>
        <translation>Die Engine unter {host} ist nicht erreichbar: {why}. {hint}</translation>
    </message>
    <message>
        <source>the engine answered with status {status} and no explanation</source>
        <translation>die Engine antwortete mit Status {status} und ohne Erklärung</translation>
    </message>
    <message>
        <source>The engine did not say what the path is.</source>
        <translation>Die Engine hat nicht gesagt, was der Pfad ist.</translation>
    </message>
    <message>
        <source>The output is not a multiplexed stream; was it made with a terminal?</source>
        <translation>Die Ausgabe ist kein Multiplex-Stream; entstand sie mit einem Terminal?</translation>
    </message>
    <message>
        <source>The engine sent a line without end.</source>
        <translation>Die Engine hat eine Zeile ohne Ende gesendet.</translation>
    </message>
    <message>
        <source>{host!r} is not the address of an engine. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} ist nicht die Adresse einer Engine. Möglich sind unix:///path/to/engine.sock oder tcp://host:port.</translation>
    </message>
    <message>
        <source>{host!r} has no valid port: {error}.</source>
        <translation>{host!r} hat keinen gültigen Port: {error}.</translation>
    </message>
    <message>
        <source>{host!r} names no host. Use tcp://host:port.</source>
        <translation>{host!r} nennt keinen Host. Möglich ist tcp://host:port.</translation>
    </message>
    <message>
        <source>Cannot use {host!r}: {scheme}:// is not supported here. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} ist nicht verwendbar: {scheme}:// wird hier nicht unterstützt. Möglich sind unix:///path/to/engine.sock oder tcp://host:port.</translation>
    </message>
    <message>
        <source>The name is too long to ask the engine for it</source>
        <translation>Der Name ist zu lang, um die Engine danach zu fragen</translation>
    </message>
    <message>
        <source>The engine at {host} did not open a two-way stream (status {status}). A proxy in between may not pass upgrades on.</source>
        <translation>Die Engine unter {host} hat keinen Stream in beide Richtungen geöffnet (Status {status}). Womöglich reicht ein Proxy dazwischen Upgrades nicht weiter.</translation>
    </message>
    <message>
        <source>The engine at {host} did not answer in time.</source>
        <translation>Die Engine unter {host} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The engine at {host} ended the connection early: {error}</source>
        <translation>Die Engine unter {host} hat die Verbindung vorzeitig beendet: {error}</translation>
    </message>
    <message>
        <source>The connection to the engine at {host} broke: {error}</source>
        <translation>Die Verbindung zur Engine unter {host} ist abgebrochen: {error}</translation>
    </message>
    <message>
        <source>{host} leads to a place without TLS</source>
        <translation>{host} führt an einen Ort ohne TLS</translation>
    </message>
    <message>
        <source>{host} does not answer in time</source>
        <translation>{host} antwortet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {reason}</source>
        <translation>{host} ist nicht erreichbar: {reason}</translation>
    </message>
    <message>
        <source>The connection to {host} broke: {reason}</source>
        <translation>Die Verbindung zu {host} ist abgebrochen: {reason}</translation>
    </message>
    <message>
        <source>The stream from the engine broke: {error}</source>
        <translation>Der Stream von der Engine ist abgebrochen: {error}</translation>
    </message>
    <message>
        <source>The stream to the engine broke: {error}</source>
        <translation>Der Stream zur Engine ist abgebrochen: {error}</translation>
    </message>
    <message>
        <source>Cannot use the certificates in {folder} for {host}: {error}. It must hold ca.pem, cert.pem and key.pem.</source>
        <translation>Die Zertifikate in {folder} für {host} sind nicht verwendbar: {error}. Der Ordner muss ca.pem, cert.pem und key.pem enthalten.</translation>
    </message>
    <message>
        <source>the socket does not exist</source>
        <translation>der Socket existiert nicht</translation>
    </message>
    <message>
        <source>Is the engine running? Start it with: sudo systemctl start davit-engine, or one in a machine with: davit machine start</source>
        <translation>Läuft die Engine? Sie startet mit: sudo systemctl start davit-engine, oder in einer Maschine mit: davit machine start</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Add yourself to the socket&apos;s group (sudo usermod -aG davit $USER) and log in again.</source>
        <translation>Den eigenen Benutzer in die Gruppe des Sockets aufnehmen (sudo usermod -aG davit $USER) und neu anmelden.</translation>
    </message>
    <message>
        <source>nothing is listening there</source>
        <translation>dort lauscht nichts</translation>
    </message>
    <message>
        <source>Is the engine running?</source>
        <translation>Läuft die Engine?</translation>
    </message>
    <message>
        <source>the host name cannot be resolved</source>
        <translation>der Hostname lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>Check DAVIT_HOST and DOCKER_HOST.</source>
        <translation>DAVIT_HOST und DOCKER_HOST prüfen.</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>sie hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Check the address and whether a firewall is in between.</source>
        <translation>Die Adresse prüfen und ob eine Firewall dazwischen liegt.</translation>
    </message>
    <message>
        <source>There is no davit-engine service on this computer</source>
        <translation>Auf diesem Computer gibt es keinen Dienst davit-engine</translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation>Der Dienst ist nicht gestartet</translation>
    </message>
    <message>
        <source>Port {port} is in use by container {name}</source>
        <translation>Port {port} wird vom Container {name} belegt</translation>
    </message>
    <message>
        <source>Windows keeps port {port} for itself</source>
        <translation>Windows behält Port {port} für sich</translation>
    </message>
    <message>
        <source>Port {port} is in use by {program}</source>
        <translation>Port {port} wird von {program} belegt</translation>
    </message>
    <message>
        <source>Port {port} is in use</source>
        <translation>Port {port} ist belegt</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>ein Programm eines anderen Benutzers</translation>
    </message>
    <message>
        <source>{program} (pid {pid})</source>
        <translation>{program} (PID {pid})</translation>
    </message>
    <message>
        <source>the process with pid {pid}</source>
        <translation>der Prozess mit der PID {pid}</translation>
    </message>
    <message>
        <source>Cannot build from {folder}: {reason}</source>
        <translation>Aus {folder} lässt sich nicht bauen: {reason}</translation>
    </message>
    <message>
        <source>The Dockerfile is named twice: what comes on stdin is no archive, so it is one too</source>
        <translation>Das Dockerfile ist zweimal genannt: Was über stdin kommt, ist kein Archiv, also auch eines</translation>
    </message>
    <message>
        <source>There is no Dockerfile at {path}. Name it with -f.</source>
        <translation>Unter {path} gibt es kein Dockerfile. Nennen Sie es mit -f.</translation>
    </message>
    <message>
        <source>{path} is too large for what it is</source>
        <translation>{path} ist zu groß für das, was es ist</translation>
    </message>
    <message>
        <source>{path} changed while it was read</source>
        <translation>{path} hat sich beim Lesen geändert</translation>
    </message>
    <message>
        <source>{path} shrank while it was read</source>
        <translation>{path} ist beim Lesen geschrumpft</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}</source>
        <translation>{path} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>Cannot keep the log in {folder}: {reason}. Free some disk space.</source>
        <translation>Das Protokoll lässt sich nicht in {folder} ablegen: {reason}. Speicherplatz freigeben.</translation>
    </message>
    <message>
        <source>Earlier lines could not be fetched: {reason}</source>
        <translation>Frühere Zeilen ließen sich nicht abrufen: {reason}</translation>
    </message>
    <message>
        <source>Not a time. Write 10m, 2h, 14:30 or 2026-11-21 14:30.</source>
        <comment>example times</comment>
        <translation>Keine Zeitangabe. Möglich sind 10m, 2h, 14:30 oder 2026-11-21 14:30.</translation>
    </message>
    <message>
        <source>Not a regular expression: {reason}</source>
        <translation>Kein regulärer Ausdruck: {reason}</translation>
    </message>
    <message>
        <source>Stopped: this expression takes longer than {seconds} s on a part of the log. Try a simpler one, without nested repetition.</source>
        <translation>Angehalten: Dieser Ausdruck braucht für einen Teil des Protokolls länger als {seconds} s. Einen einfacheren ohne verschachtelte Wiederholung versuchen.</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
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
        <translation>jetzt</translation>
    </message>
    <message>
        <source>This user may not use the engine at {socket}.</source>
        <translation>Dieser Benutzer darf die Engine unter {socket} nicht verwenden.</translation>
    </message>
    <message>
        <source>Join its group and log in again: sudo usermod -aG davit $USER. Or run an engine of your own in a machine: davit machine start</source>
        <translation>Der Gruppe beitreten und neu anmelden: sudo usermod -aG davit $USER. Oder eine eigene Engine in einer Maschine betreiben: davit machine start</translation>
    </message>
    <message>
        <source>The engine at {socket} does not run.</source>
        <translation>Die Engine unter {socket} läuft nicht.</translation>
    </message>
    <message>
        <source>Start it: sudo systemctl start davit-engine. Or run one in a machine: davit machine start</source>
        <translation>Starten mit: sudo systemctl start davit-engine. Oder eine in einer Maschine betreiben: davit machine start</translation>
    </message>
    <message>
        <source>There is no engine on this computer yet.</source>
        <translation>Auf diesem Computer gibt es noch keine Engine.</translation>
    </message>
    <message>
        <source>Start one in a machine of its own: davit machine start</source>
        <translation>Eine in einer eigenen Maschine starten: davit machine start</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, does not exist.</source>
        <translation>Der Docker-Kontext „{name}“, den DOCKER_CONTEXT verlangt, existiert nicht.</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, names no engine.</source>
        <translation>Der Docker-Kontext „{name}“, den DOCKER_CONTEXT verlangt, nennt keine Engine.</translation>
    </message>
    <message>
        <source>Unset DOCKER_CONTEXT, or choose one of: docker context ls</source>
        <translation>DOCKER_CONTEXT löschen oder einen wählen aus: docker context ls</translation>
    </message>
    <message>
        <source>The machine is paused. Go on with: davit machine resume</source>
        <translation>Die Maschine ist pausiert. Fortsetzen mit: davit machine resume</translation>
    </message>
    <message>
        <source>Starting the machine…</source>
        <translation>Maschine wird gestartet…</translation>
    </message>
    <message>
        <source>The engine ended the connection</source>
        <translation>Die Engine hat die Verbindung beendet</translation>
    </message>
    <message>
        <source>The machine ended</source>
        <translation>Die Maschine hat sich beendet</translation>
    </message>
    <message>
        <source>{name} ran out of memory and was killed</source>
        <translation>{name} hatte zu wenig Speicher und wurde zwangsweise beendet</translation>
    </message>
    <message>
        <source>{name} stopped with code {code}</source>
        <translation>{name} wurde mit Code {code} beendet</translation>
    </message>
    <message>
        <source>Running ✓</source>
        <translation>Läuft ✓</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Out of memory ({code})</source>
        <translation>Speicher erschöpft ({code})</translation>
    </message>
    <message>
        <source>Exited ({code})</source>
        <translation>Beendet ({code})</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example.com:3128</source>
        <translation>Bitte so schreiben: http://proxy.example.com:3128</translation>
    </message>
    <message>
        <source>{entry} is no address like https://mirror.example.com</source>
        <translation>{entry} ist keine Adresse wie https://mirror.example.com</translation>
    </message>
    <message>
        <source>{entry} is neither a registry like registry.example.com:5000 nor a range like 10.0.0.0/8</source>
        <translation>{entry} ist weder eine Registry wie registry.example.com:5000 noch ein Bereich wie 10.0.0.0/8</translation>
    </message>
    <message>
        <source>Write the whole path, like /home/me/certs.d</source>
        <translation>Den ganzen Pfad angeben, etwa /home/me/certs.d</translation>
    </message>
    <message>
        <source>The machine does not see this folder: share it on the Machine page first</source>
        <translation>Die Maschine sieht diesen Ordner nicht: zuerst auf der Seite „Maschine“ freigeben</translation>
    </message>
    <message>
        <source>The engine could not run it.</source>
        <translation>Die Engine konnte ihn nicht ausführen.</translation>
    </message>
    <message>
        <source>Its command was found but cannot be run.</source>
        <translation>Sein Befehl wurde gefunden, ist aber nicht ausführbar.</translation>
    </message>
    <message>
        <source>Its command was not found.</source>
        <translation>Sein Befehl wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>It was interrupted (SIGINT), as by Ctrl+C.</source>
        <translation>Er wurde unterbrochen (SIGINT), wie durch Strg+C.</translation>
    </message>
    <message>
        <source>It gave up (SIGABRT).</source>
        <translation>Er hat aufgegeben (SIGABRT).</translation>
    </message>
    <message>
        <source>It was killed (SIGKILL): by somebody, or because it did not stop in time.</source>
        <translation>Er wurde zwangsweise beendet (SIGKILL): von jemandem, oder weil er nicht rechtzeitig anhielt.</translation>
    </message>
    <message>
        <source>It crashed: it used memory that is not its own (SIGSEGV).</source>
        <translation>Er ist abgestürzt: Er griff auf Speicher zu, der ihm nicht gehört (SIGSEGV).</translation>
    </message>
    <message>
        <source>It was asked to stop (SIGTERM), and did.</source>
        <translation>Er wurde aufgefordert anzuhalten (SIGTERM) und tat es.</translation>
    </message>
    <message>
        <source>The kernel killed it: it wanted more memory than its limit.</source>
        <translation>Der Kernel hat ihn zwangsweise beendet: Er wollte mehr Speicher als sein Limit.</translation>
    </message>
    <message>
        <source>It ended by itself, without an error.</source>
        <translation>Er endete von selbst, ohne Fehler.</translation>
    </message>
    <message>
        <source>It was ended by the signal {name}.</source>
        <translation>Er wurde durch das Signal {name} beendet.</translation>
    </message>
    <message>
        <source>It ended with the error code {code}.</source>
        <translation>Er endete mit dem Fehlercode {code}.</translation>
    </message>
    <message>
        <source>Its lines end in different ways.</source>
        <translation>Ihre Zeilen enden auf verschiedene Weise.</translation>
    </message>
    <message>
        <source>It holds control characters that an editor would lose.</source>
        <translation>Sie enthält Steuerzeichen, die ein Editor verlieren würde.</translation>
    </message>
    <message>
        <source>It has lines too long to edit.</source>
        <translation>Sie hat Zeilen, die zum Bearbeiten zu lang sind.</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
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
        <translation>Zustandsprüfung</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Built with Docker</source>
        <translation>Gebaut mit Docker</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Digests</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>Entrypoint</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>Stoppsignal</translation>
    </message>
    <message>
        <source>On build</source>
        <translation>Beim Bauen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Starts after</source>
        <translation>Beginnt nach</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) are made from it: {names}</source>
        <translation>
            <numerusform>%n Container ist daraus erstellt: {names}</numerusform>
            <numerusform>%n Container sind daraus erstellt: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>The container {names} is made from it</source>
        <translation>Der Container {names} ist daraus erstellt</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>containers</comment>
        <translation>
            <numerusform> und %n weiterer</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the container first.</source>
        <translation>Zuerst den Container löschen.</translation>
    </message>
    <message>
        <source>Delete the containers first.</source>
        <translation>Zuerst die Container löschen.</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Mounts</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Limits and restart</source>
        <translation>Limits und Neustart</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>Image-ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Exit-Code</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Speicher erschöpft</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Storage driver</source>
        <translation>Speichertreiber</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeitumgebung</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>Protokolltreiber</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Arbeitsverzeichnis</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Init process</source>
        <translation>Init-Prozess</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>gateway {address}</source>
        <translation>Gateway {address}</translation>
    </message>
    <message>
        <source>MAC {address}</source>
        <translation>MAC {address}</translation>
    </message>
    <message>
        <source>aliases {names}</source>
        <translation>Aliase {names}</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>Neustartregel</translation>
    </message>
    <message>
        <source>{policy}, at most {count} times</source>
        <translation>{policy}, höchstens {count}-mal</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>CPU set</source>
        <translation>CPU-Auswahl</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Removed when stopped</source>
        <translation>Beim Stoppen entfernt</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>Privilegiert</translation>
    </message>
    <message>
        <source>Added capabilities</source>
        <translation>Zusätzliche Capabilities</translation>
    </message>
    <message>
        <source>Dropped capabilities</source>
        <translation>Entzogene Capabilities</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Failing streak</source>
        <translation>Fehlschläge in Folge</translation>
    </message>
    <message>
        <source>exit code {code}: {output}</source>
        <translation>Exit-Code {code}: {output}</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>sein Passwort</translation>
    </message>
    <message>
        <source>its user</source>
        <translation>sein Benutzer</translation>
    </message>
    <message>
        <source>a database that it makes</source>
        <translation>eine Datenbank, die er anlegt</translation>
    </message>
    <message>
        <source>that you accept its licence</source>
        <translation>dass seine Lizenz akzeptiert wird</translation>
    </message>
    <message>
        <source>its user and password, as neo4j/password</source>
        <translation>sein Benutzer und Passwort, als neo4j/password</translation>
    </message>
    <message>
        <source>that it stands alone</source>
        <translation>dass er allein steht</translation>
    </message>
    <message>
        <source>the e-mail to sign in with</source>
        <translation>die E-Mail-Adresse zum Anmelden</translation>
    </message>
    <message>
        <source>Start QEMU</source>
        <translation>QEMU starten</translation>
    </message>
    <message>
        <source>Boot the kernel</source>
        <translation>Kernel booten</translation>
    </message>
    <message>
        <source>Mount the system</source>
        <translation>System einhängen</translation>
    </message>
    <message>
        <source>Check the data disk</source>
        <translation>Datenträger prüfen</translation>
    </message>
    <message>
        <source>Set up the network</source>
        <translation>Netzwerk einrichten</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>Engine starten</translation>
    </message>
    <message>
        <source>Open the Docker endpoint</source>
        <translation>Docker-Endpunkt öffnen</translation>
    </message>
    <message>
        <source>software emulation</source>
        <translation>Software-Emulation</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>disk size</source>
        <translation>Größe des Datenträgers</translation>
    </message>
    <message>
        <source>shared folders</source>
        <translation>freigegebene Ordner</translation>
    </message>
    <message>
        <source>ports of this computer</source>
        <translation>Ports dieses Computers</translation>
    </message>
    <message>
        <source>idle stop</source>
        <translation>Stopp bei Leerlauf</translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>guest image</source>
        <translation>Gast-Image</translation>
    </message>
    <message>
        <source>share transport</source>
        <translation>Freigabe-Transport</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>engine settings</source>
        <translation>Engine-Einstellungen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <comment>state of the machine</comment>
        <translation>Rettung</translation>
    </message>
    <message>
        <source>Not set up</source>
        <comment>state of the machine</comment>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>state of the machine</comment>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>state of the machine</comment>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state of the machine</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of the machine</comment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Asleep</source>
        <comment>state of the machine</comment>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>state of the machine</comment>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of the machine</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Machine: rescue</source>
        <translation>Maschine: Rettung</translation>
    </message>
    <message>
        <source>Machine: not set up</source>
        <translation>Maschine: nicht eingerichtet</translation>
    </message>
    <message>
        <source>Machine: stopped</source>
        <translation>Maschine: gestoppt</translation>
    </message>
    <message>
        <source>Machine: starting</source>
        <translation>Maschine: startet</translation>
    </message>
    <message>
        <source>Machine: running</source>
        <translation>Maschine: läuft</translation>
    </message>
    <message>
        <source>Machine: paused</source>
        <translation>Maschine: pausiert</translation>
    </message>
    <message>
        <source>Machine: asleep</source>
        <translation>Maschine: schläft</translation>
    </message>
    <message>
        <source>Machine: stopping</source>
        <translation>Maschine: stoppt</translation>
    </message>
    <message>
        <source>Machine: failed</source>
        <translation>Maschine: fehlgeschlagen</translation>
    </message>
    <message>
        <source>the data disk needs a repair</source>
        <translation>der Datenträger muss repariert werden</translation>
    </message>
    <message>
        <source>the machine is not set up</source>
        <translation>die Maschine ist nicht eingerichtet</translation>
    </message>
    <message>
        <source>the machine is stopped</source>
        <translation>die Maschine ist gestoppt</translation>
    </message>
    <message>
        <source>the machine is starting</source>
        <translation>die Maschine startet</translation>
    </message>
    <message>
        <source>the machine is running</source>
        <translation>die Maschine läuft</translation>
    </message>
    <message>
        <source>the machine is paused</source>
        <translation>die Maschine ist pausiert</translation>
    </message>
    <message>
        <source>the machine is asleep</source>
        <translation>die Maschine schläft</translation>
    </message>
    <message>
        <source>the machine is stopping</source>
        <translation>die Maschine stoppt</translation>
    </message>
    <message>
        <source>the machine is failed</source>
        <translation>die Maschine ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>Emulation</translation>
    </message>
    <message>
        <source>Set up and start</source>
        <translation>Einrichten und starten</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Aufwecken</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Set up and start the machine</source>
        <translation>Maschine einrichten und starten</translation>
    </message>
    <message>
        <source>Wake the machine</source>
        <translation>Maschine aufwecken</translation>
    </message>
    <message>
        <source>Start the machine</source>
        <translation>Maschine starten</translation>
    </message>
    <message>
        <source>This computer has {count}; more make the machine slower.</source>
        <translation>Dieser Computer hat {count}; mehr machen die Maschine langsamer.</translation>
    </message>
    <message>
        <source>All of this computer&apos;s CPUs: other programs may stutter while containers work.</source>
        <translation>Alle CPUs dieses Computers: Andere Programme können stocken, während Container arbeiten.</translation>
    </message>
    <message>
        <source>More than three quarters of this computer&apos;s memory: it may begin to swap.</source>
        <translation>Mehr als drei Viertel des Arbeitsspeichers dieses Computers: Er könnte anfangen auszulagern.</translation>
    </message>
    <message>
        <source>More than is free on this computer&apos;s disk: the machine may find it full one day.</source>
        <translation>Mehr als auf der Festplatte dieses Computers frei ist: Für die Maschine könnte sie eines Tages voll sein.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{word} is not a port: write numbers from 1 to 65535, or all</source>
        <translation>{word} ist kein Port: Zahlen von 1 bis 65535 schreiben oder all</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>Nach 5 Minuten</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>Nach 15 Minuten</translation>
    </message>
    <message>
        <source>After 30 minutes</source>
        <translation>Nach 30 Minuten</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>Nach 1 Stunde</translation>
    </message>
    <message>
        <source>After {count} min</source>
        <translation>Nach {count} min</translation>
    </message>
    <message>
        <source>After {count} s</source>
        <translation>Nach {count} s</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Läuft noch</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Fell asleep</source>
        <translation>Eingeschlafen</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Zwangsweise beendet</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>end of a start</comment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>end of a start</comment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>end of a start</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>{name} installieren</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Join the group {name}</source>
        <translation>Der Gruppe {name} beitreten</translation>
    </message>
    <message>
        <source>Let it use the hypervisor</source>
        <translation>Den Hypervisor nutzen lassen</translation>
    </message>
    <message>
        <source>Release from quarantine</source>
        <translation>Aus der Quarantäne nehmen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Restart this computer for it to count. Until then Davit works in emulation, which is slower.</source>
        <translation>Starten Sie diesen Computer neu, damit es gilt. Bis dahin arbeitet Davit in Emulation, was langsamer ist.</translation>
    </message>
    <message>
        <source>Log out and in again for it to count.</source>
        <translation>Melden Sie sich ab und wieder an, damit es gilt.</translation>
    </message>
    <message>
        <source>{count} of {all} checks needs attention</source>
        <comment>one check</comment>
        <translation>{count} von {all} Prüfungen braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>{count} of {all} checks need attention</source>
        <comment>several checks</comment>
        <translation>{count} von {all} Prüfungen brauchen Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n Prüfung bestanden</numerusform>
            <numerusform>%n Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}, %n could not be tried.</source>
        <translation>
            <numerusform>{verdict}, %n konnte nicht versucht werden.</numerusform>
            <numerusform>{verdict}, %n konnten nicht versucht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}.</source>
        <translation>{verdict}.</translation>
    </message>
    <message>
        <source>There is a network of this name already</source>
        <translation>Ein Netzwerk mit diesem Namen gibt es bereits</translation>
    </message>
    <message>
        <source>A gateway needs a subnet</source>
        <translation>Ein Gateway braucht ein Subnetz</translation>
    </message>
    <message>
        <source>The subnet must be like 172.30.0.0/16</source>
        <translation>Das Subnetz muss aussehen wie 172.30.0.0/16</translation>
    </message>
    <message>
        <source>The subnet overlaps that of {name}, {subnet}</source>
        <translation>Das Subnetz überschneidet sich mit dem von {name}, {subnet}</translation>
    </message>
    <message>
        <source>The gateway must be like 172.30.0.1</source>
        <translation>Das Gateway muss aussehen wie 172.30.0.1</translation>
    </message>
    <message>
        <source>The gateway is not in the subnet</source>
        <translation>Das Gateway liegt nicht im Subnetz</translation>
    </message>
    <message>
        <source>the window shows the container&apos;s log instead</source>
        <translation>das Fenster zeigt stattdessen das Protokoll des Containers</translation>
    </message>
    <message>
        <source>it is about signals that a terminal sends</source>
        <translation>es betrifft Signale, die ein Terminal sendet</translation>
    </message>
    <message>
        <source>it is about keys pressed in a terminal</source>
        <translation>es betrifft Tasten, die in einem Terminal gedrückt werden</translation>
    </message>
    <message>
        <source>it is about what a terminal prints</source>
        <translation>es betrifft die Ausgabe eines Terminals</translation>
    </message>
    <message>
        <source>the window writes no such file</source>
        <translation>das Fenster schreibt keine solche Datei</translation>
    </message>
    <message>
        <source>it says what is so anyway</source>
        <translation>es sagt nur, was ohnehin gilt</translation>
    </message>
    <message>
        <source>engines take it no longer</source>
        <translation>Engines nehmen es nicht mehr an</translation>
    </message>
    <message>
        <source>The text is too long to be a command.</source>
        <translation>Der Text ist für einen Befehl zu lang.</translation>
    </message>
    <message>
        <source>This is not a command: {why}.</source>
        <translation>Das ist kein Befehl: {why}.</translation>
    </message>
    <message>
        <source>There is no docker run in this text.</source>
        <translation>In diesem Text steht kein docker run.</translation>
    </message>
    <message>
        <source>The command names no image.</source>
        <translation>Der Befehl nennt kein Image.</translation>
    </message>
    <message>
        <source>{part}: only your shell knows what stands for it. Put it in by hand.</source>
        <translation>{part}: Nur die Shell weiß, wofür das steht. Bitte von Hand eintragen.</translation>
    </message>
    <message>
        <source>What follows the command is not taken: {rest}</source>
        <translation>Was auf den Befehl folgt, wird nicht übernommen: {rest}</translation>
    </message>
    <message>
        <source>{flag}: it runs in the engine that this window shows.</source>
        <translation>{flag}: Er läuft in der Engine, die dieses Fenster zeigt.</translation>
    </message>
    <message>
        <source>docker create does not start the container; here it is started.</source>
        <translation>docker create startet den Container nicht; hier wird er gestartet.</translation>
    </message>
    <message>
        <source>{flag}: docker run has no such flag.</source>
        <translation>{flag}: docker run kennt diese Option nicht.</translation>
    </message>
    <message>
        <source>{flag}: it needs a value.</source>
        <translation>{flag}: Ein Wert wird benötigt.</translation>
    </message>
    <message>
        <source>{flag} is not taken: {why}.</source>
        <translation>{flag} wird nicht übernommen: {why}.</translation>
    </message>
    <message>
        <source>{path}: Davit does not know the folder it starts from. Choose it by hand.</source>
        <translation>{path}: Davit kennt den Ordner nicht, von dem der Pfad ausgeht. Bitte von Hand wählen.</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>Die Engine antwortet nicht</translation>
    </message>
    <message>
        <source>The connection to the engine broke</source>
        <translation>Die Verbindung zur Engine ist abgebrochen</translation>
    </message>
    <message>
        <source>See whether it happened all the same, then try again.</source>
        <translation>Prüfen, ob es trotzdem geschehen ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Davit made a mistake</source>
        <translation>Davit hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>Please report it with the details.</source>
        <translation>Bitte mit den Details melden.</translation>
    </message>
    <message>
        <source>Stop what uses it, or publish another port of this computer.</source>
        <translation>Beenden, was ihn belegt, oder einen anderen Port dieses Computers veröffentlichen.</translation>
    </message>
    <message>
        <source>The image has no program {program}</source>
        <translation>Das Image enthält kein Programm {program}</translation>
    </message>
    <message>
        <source>Check the command and the entrypoint.</source>
        <translation>Befehl und Entrypoint prüfen.</translation>
    </message>
    <message>
        <source>Pull the image first.</source>
        <translation>Zuerst das Image herunterladen.</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other container.</source>
        <translation>Einen anderen Namen wählen oder den anderen Container löschen.</translation>
    </message>
    <message>
        <source>The registry {registry} cannot be reached: {reason}</source>
        <translation>Die Registry {registry} ist nicht erreichbar: {reason}</translation>
    </message>
    <message>
        <source>Check the image&apos;s name and the network.</source>
        <translation>Den Namen des Images und das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Schon hier</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Schon dort</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Wird entpackt</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag</source>
        <translation>Die Registry hat kein Image mit diesem Namen und Tag</translation>
    </message>
    <message>
        <source>Check the name, or search: the tags there are will be listed.</source>
        <translation>Den Namen prüfen oder suchen: Die vorhandenen Tags werden aufgelistet.</translation>
    </message>
    <message>
        <source>The registry has no such repository, or shows it only to some</source>
        <translation>Die Registry hat kein solches Repository oder zeigt es nur manchen</translation>
    </message>
    <message>
        <source>Check the name, or log in.</source>
        <translation>Den Namen prüfen oder anmelden.</translation>
    </message>
    <message>
        <source>The registry wants a login</source>
        <translation>Die Registry verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>Log in and try again.</source>
        <translation>Anmelden und erneut versuchen.</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Write a flag of docker run, such as --ulimit nofile=1024</source>
        <translation>Eine Option von docker run schreiben, etwa --ulimit nofile=1024</translation>
    </message>
    <message>
        <source>A flag and its value belong on one line, and nothing else</source>
        <translation>Eine Option und ihr Wert gehören in eine Zeile, und sonst nichts</translation>
    </message>
    <message>
        <source>Give the whole path of the folder</source>
        <translation>Den ganzen Pfad des Ordners angeben</translation>
    </message>
    <message>
        <source>{image} is not the name of an image</source>
        <translation>{image} ist nicht der Name eines Images</translation>
    </message>
    <message>
        <source>A name has two or more letters, digits, _ . or -, the first a letter or digit</source>
        <translation>Ein Name hat zwei oder mehr Buchstaben, Ziffern, _ . oder -, zuerst ein Buchstabe oder eine Ziffer</translation>
    </message>
    <message>
        <source>There is a container named {name}</source>
        <translation>Es gibt einen Container namens {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n Variable</numerusform>
            <numerusform>%n Variablen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n Volume</numerusform>
            <numerusform>%n Volumes</numerusform>
        </translation>
    </message>
    <message>
        <source>{running} running of {total}</source>
        <translation>{running} von {total} laufen</translation>
    </message>
    <message>
        <source>There is a volume of this name already</source>
        <translation>Ein Volume mit diesem Namen gibt es bereits</translation>
    </message>
    <message>
        <source>Two or more letters, digits and _ . - only, a letter or digit first</source>
        <translation>Nur zwei oder mehr Buchstaben, Ziffern und _ . -, zuerst ein Buchstabe oder eine Ziffer</translation>
    </message>
    <message>
        <source>{line}: write it as name=value</source>
        <translation>{line}: als Name=Wert schreiben</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Ordner auf diesem Computer</translation>
    </message>
    <message>
        <source>Driver options</source>
        <translation>Treiberoptionen</translation>
    </message>
    <message>
        <source>The engine&apos;s archive could not be read: {error}</source>
        <translation>Das Archiv der Engine ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>Es ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Aus dem Cache</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Wird gebaut</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>{cached} of {steps} from cache</source>
        <translation>{cached} von {steps} aus dem Cache</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Filter by words or command</source>
        <translation>Nach Wörtern oder Befehl filtern</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Bisher wurde nichts getan</translation>
    </message>
    <message>
        <source>What you do in this window is listed here, with the command that does the same.</source>
        <translation>Was in diesem Fenster getan wird, steht hier, samt dem Befehl, der dasselbe tut.</translation>
    </message>
    <message>
        <source>Export as script…</source>
        <translation>Als Skript exportieren…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>Copy as docker command</source>
        <translation>Als docker-Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details of what is selected</source>
        <translation>Details der Auswahl</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Export as script</source>
        <translation>Als Skript exportieren</translation>
    </message>
    <message>
        <source>Cannot write {file}</source>
        <translation>{file} ist nicht schreibbar</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
    <message>
        <source>Clear activity</source>
        <translation>Aktivität leeren</translation>
    </message>
    <message numerus="yes">
        <source>The journal of %n action(s) will be forgotten.</source>
        <translation>
            <numerusform>Das Journal mit %n Aktion wird vergessen.</numerusform>
            <numerusform>Das Journal mit %n Aktionen wird vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Containers, images and volumes stay as they are.</source>
        <translation>Container, Images und Volumes bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot clear the activity</source>
        <translation>Die Aktivität lässt sich nicht leeren</translation>
    </message>
    <message>
        <source>Bring back what was deleted just now (Ctrl+Z)</source>
        <translation>Zurückholen, was gerade gelöscht wurde (Strg+Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n gelöscht</numerusform>
            <numerusform>%n gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation>{name} zurückholen</translation>
    </message>
    <message>
        <source>Bring back all</source>
        <translation>Alle zurückholen</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message>
        <source>More for the selected</source>
        <translation>Mehr für die Auswahl</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n container(s)</source>
        <translation>
            <numerusform>%n Container löschen</numerusform>
            <numerusform>%n Container löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>{count} löschen</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>noch keine Werte</translation>
    </message>
    <message>
        <source>{value} of {limit}</source>
        <translation>{value} von {limit}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>Limit {value}</translation>
    </message>
    <message>
        <source>Port {port} is not published</source>
        <translation>Port {port} ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>The container is not running</source>
        <translation>Der Container läuft nicht</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Die Adresse kopieren</translation>
    </message>
    <message>
        <source>Visible on your network</source>
        <translation>In Ihrem Netzwerk sichtbar</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n more port(s)</source>
        <translation>
            <numerusform>%n weiterer Port</numerusform>
            <numerusform>%n weitere Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>{cached} of {steps}</source>
        <translation>{cached} von {steps}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Built from</source>
        <translation>Gebaut aus</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
    </message>
    <message>
        <source>Filter by name, folder or state</source>
        <translation>Nach Name, Ordner oder Zustand filtern</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Bauen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>Noch keine Builds</translation>
    </message>
    <message>
        <source>A Dockerfile says how to make an image of your own. Choose the folder that it lies in, or drop it here. Builds from a terminal are listed too.</source>
        <translation>Ein Dockerfile sagt, wie ein eigenes Image entsteht. Wählen Sie den Ordner, in dem es liegt, oder ziehen Sie ihn hierher. Builds aus einem Terminal stehen auch hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s)</source>
        <translation>
            <numerusform>%n Build</numerusform>
            <numerusform>%n Builds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{builds}, %n running</source>
        <translation>
            <numerusform>{builds}, %n läuft</numerusform>
            <numerusform>{builds}, %n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>Starten oder stoppen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Beenden erzwingen</translation>
    </message>
    <message>
        <source>View logs</source>
        <translation>Protokoll ansehen</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>Terminal öffnen</translation>
    </message>
    <message>
        <source>Run another like it…</source>
        <translation>Einen gleichen ausführen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Limits and restart policy…</source>
        <translation>Limits und Neustartregel…</translation>
    </message>
    <message>
        <source>Commit to image…</source>
        <translation>Als Image festschreiben…</translation>
    </message>
    <message>
        <source>Export files…</source>
        <translation>Dateien exportieren…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Open stack</source>
        <translation>Stack öffnen</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Alle starten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Alle neu starten</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Renaming {name}</source>
        <translation>{name} wird umbenannt</translation>
    </message>
    <message>
        <source>Cannot rename {name}</source>
        <translation>{name} lässt sich nicht umbenennen</translation>
    </message>
    <message>
        <source>Renamed {name} to {new}</source>
        <translation>{name} in {new} umbenannt</translation>
    </message>
    <message>
        <source>Changing the limits of {name}</source>
        <translation>Limits von {name} werden geändert</translation>
    </message>
    <message>
        <source>Cannot change the limits of {name}</source>
        <translation>Die Limits von {name} lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>Changed the limits of {name}</source>
        <translation>Limits von {name} geändert</translation>
    </message>
    <message>
        <source>Cannot read {name}</source>
        <translation>{name} ist nicht lesbar</translation>
    </message>
    <message>
        <source>Committing {name}</source>
        <translation>{name} wird festgeschrieben</translation>
    </message>
    <message>
        <source>Cannot commit {name}</source>
        <translation>{name} lässt sich nicht festschreiben</translation>
    </message>
    <message>
        <source>Committed {name} to {image}</source>
        <translation>{name} als {image} festgeschrieben</translation>
    </message>
    <message>
        <source>Export the files of a container</source>
        <translation>Dateien eines Containers exportieren</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>Archive (*.tar)</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Cannot export {name}</source>
        <translation>{name} lässt sich nicht exportieren</translation>
    </message>
    <message>
        <source>Exported {name} to {path}</source>
        <translation>{name} nach {path} exportiert</translation>
    </message>
    <message>
        <source>Start (Space)</source>
        <translation>Starten (Space)</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>Stoppen (Space)</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Fortsetzen (Space)</translation>
    </message>
    <message>
        <source>Start all of the project</source>
        <translation>Alle des Projekts starten</translation>
    </message>
    <message>
        <source>Stop all of the project</source>
        <translation>Alle des Projekts stoppen</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Löschen (Del)</translation>
    </message>
    <message>
        <source>All ports</source>
        <translation>Alle Ports</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Compose-Projekt</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Back to the containers (Alt+Left)</source>
        <translation>Zurück zu den Containern (Alt+Left)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Die ID kopieren</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Copy the id {id}</source>
        <translation>Die ID {id} kopieren</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Wenn er fehlschlägt</translation>
    </message>
    <message>
        <source>Always, unless it was stopped</source>
        <translation>Immer, außer wenn er gestoppt wurde</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Rename container</source>
        <translation>Container umbenennen</translation>
    </message>
    <message>
        <source>A new name for {name}.</source>
        <translation>Ein neuer Name für {name}.</translation>
    </message>
    <message>
        <source>Another container has this name</source>
        <translation>Ein anderer Container hat diesen Namen</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, two of them at least</source>
        <translation>Nur Buchstaben, Ziffern und _ . -, mindestens zwei davon</translation>
    </message>
    <message>
        <source>Make an image of the files of {name} as they are now.</source>
        <translation>Aus den Dateien von {name}, wie sie jetzt sind, ein Image erstellen.</translation>
    </message>
    <message>
        <source>Commit to image</source>
        <translation>Als Image festschreiben</translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation>Name:Tag</translation>
    </message>
    <message>
        <source>Pause the container meanwhile</source>
        <translation>Den Container währenddessen pausieren</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Volumes are not part of the image.</source>
        <translation>Volumes gehören nicht zum Image.</translation>
    </message>
    <message>
        <source>A name has no digest</source>
        <translation>Ein Name hat keinen Digest</translation>
    </message>
    <message>
        <source>Not a name of an image</source>
        <translation>Kein Name eines Images</translation>
    </message>
    <message>
        <source>What {name} may use, from now on. Nothing is restarted.</source>
        <translation>Was {name} von jetzt an nutzen darf. Nichts wird neu gestartet.</translation>
    </message>
    <message>
        <source>Limits and restart policy</source>
        <translation>Limits und Neustartregel</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>Limits ändern</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>For example 512m or 2g</source>
        <translation>Zum Beispiel 512m oder 2g</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Wieder starten</translation>
    </message>
    <message>
        <source>CPUs are a number such as 1.5, memory is a size such as 512m</source>
        <translation>CPUs sind eine Zahl wie 1.5, Arbeitsspeicher ist eine Größe wie 512m</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>vor {duration}</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}, angeheftet</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n container(s)</source>
        <translation>
            <numerusform>%n Container gelöscht</numerusform>
            <numerusform>%n Container gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s)</source>
        <translation>
            <numerusform>%n ID kopiert</numerusform>
            <numerusform>%n IDs kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the id of {name}</source>
        <translation>ID von {name} kopiert</translation>
    </message>
    <message>
        <source>Cannot build {name}</source>
        <translation>{name} lässt sich nicht bauen</translation>
    </message>
    <message>
        <source>Built {name} in {time}</source>
        <translation>{name} in {time} gebaut</translation>
    </message>
    <message>
        <source>The build of {name} failed</source>
        <translation>Der Build von {name} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Building {name}</source>
        <translation>{name} wird gebaut</translation>
    </message>
    <message>
        <source>Cancelling the build of {name}</source>
        <translation>Der Build von {name} wird abgebrochen</translation>
    </message>
    <message>
        <source>Cannot cancel the build of {name}</source>
        <translation>Der Build von {name} lässt sich nicht abbrechen</translation>
    </message>
    <message>
        <source>Deleted the build of {name}</source>
        <translation>Build von {name} gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n build(s)</source>
        <translation>
            <numerusform>%n Build gelöscht</numerusform>
            <numerusform>%n Builds gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the build of {name}</source>
        <translation>Der Build von {name} wird gelöscht</translation>
    </message>
    <message>
        <source>Cannot delete the build of {name}</source>
        <translation>Der Build von {name} lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>The image has been deleted since</source>
        <translation>Das Image ist inzwischen gelöscht</translation>
    </message>
    <message>
        <source>Copied the docker command</source>
        <translation>docker-Befehl kopiert</translation>
    </message>
    <message>
        <source>Sent {size}</source>
        <translation>{size} gesendet</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>Opening {address}</source>
        <translation>{address} wird geöffnet</translation>
    </message>
    <message>
        <source>Cannot open {address}</source>
        <translation>{address} lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Copied {address}</source>
        <translation>{address} kopiert</translation>
    </message>
    <message>
        <source>No browser was found. Copied {address}</source>
        <translation>Kein Browser gefunden. {address} kopiert</translation>
    </message>
    <message>
        <source>Cannot kill {name}</source>
        <translation>{name} lässt sich nicht zwangsweise beenden</translation>
    </message>
    <message>
        <source>Killing {name}</source>
        <translation>{name} wird zwangsweise beendet</translation>
    </message>
    <message>
        <source>Cannot delete {name}</source>
        <translation>{name} lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>Deleting {name}</source>
        <translation>{name} wird gelöscht</translation>
    </message>
    <message>
        <source>Stopping {name}</source>
        <translation>{name} wird gestoppt</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>{name} wird gestartet</translation>
    </message>
    <message>
        <source>Cannot start {name}</source>
        <translation>{name} lässt sich nicht starten</translation>
    </message>
    <message>
        <source>{now}, then {next}</source>
        <translation>{now}, dann {next}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Cannot stop {name}</source>
        <translation>{name} lässt sich nicht stoppen</translation>
    </message>
    <message>
        <source>Restarting {name}</source>
        <translation>{name} wird neu gestartet</translation>
    </message>
    <message>
        <source>Cannot restart {name}</source>
        <translation>{name} lässt sich nicht neu starten</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird pausiert</translation>
    </message>
    <message>
        <source>Pausing {name}</source>
        <translation>{name} wird pausiert</translation>
    </message>
    <message>
        <source>Cannot pause {name}</source>
        <translation>{name} lässt sich nicht pausieren</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Wird fortgesetzt</translation>
    </message>
    <message>
        <source>Resuming {name}</source>
        <translation>{name} wird fortgesetzt</translation>
    </message>
    <message>
        <source>Cannot resume {name}</source>
        <translation>{name} lässt sich nicht fortsetzen</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>Run a new container (Ctrl+N)</source>
        <translation>Einen neuen Container ausführen (Strg+N)</translation>
    </message>
    <message>
        <source>{running} running · {total} in all</source>
        <translation>{running} laufen · {total} insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n container(s)</source>
        <translation>
            <numerusform>Der Filter verbirgt %n Container</numerusform>
            <numerusform>Der Filter verbirgt %n Container</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Cannot register a docker context</source>
        <translation>Der Docker-Kontext lässt sich nicht eintragen</translation>
    </message>
    <message>
        <source>Registering a docker context</source>
        <translation>Docker-Kontext wird eingetragen</translation>
    </message>
    <message>
        <source>Docker command line</source>
        <translation>Docker-Befehlszeile</translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation>Adresse der Engine</translation>
    </message>
    <message>
        <source>Register docker context</source>
        <translation>Docker-Kontext eintragen</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Docker-Kontext</translation>
    </message>
    <message>
        <source>Makes a docker context named davit, for: docker context use davit</source>
        <translation>Legt einen Docker-Kontext namens davit an, für: docker context use davit</translation>
    </message>
    <message>
        <source>Copy as DOCKER_HOST</source>
        <translation>Als DOCKER_HOST kopieren</translation>
    </message>
    <message>
        <source>Copied the address</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>Registered. Use it with: docker context use davit</source>
        <translation>Eingetragen. Verwenden mit: docker context use davit</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Choose a folder to build from</source>
        <translation>Wählen Sie einen Ordner zum Bauen</translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation>Ein Image bauen</translation>
    </message>
    <message>
        <source>A folder, or the address of a Git repository</source>
        <translation>Ein Ordner oder die Adresse eines Git-Repositorys</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Name hinzufügen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Add an argument</source>
        <translation>Argument hinzufügen</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Do every step again (no cache)</source>
        <translation>Jeden Schritt neu ausführen (ohne Cache)</translation>
    </message>
    <message>
        <source>Look for newer base images (pull)</source>
        <translation>Nach neueren Basis-Images suchen (pull)</translation>
    </message>
    <message>
        <source>Build image</source>
        <translation>Image bauen</translation>
    </message>
    <message>
        <source>Name for the image</source>
        <translation>Name für das Image</translation>
    </message>
    <message>
        <source>Command: {command}</source>
        <translation>Befehl: {command}</translation>
    </message>
    <message>
        <source>Build from a folder</source>
        <translation>Aus einem Ordner bauen</translation>
    </message>
    <message>
        <source>Choose a Dockerfile</source>
        <translation>Ein Dockerfile wählen</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Eine andere Datei…</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>Die letzte</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n Stufe</numerusform>
            <numerusform>%n Stufen</numerusform>
        </translation>
    </message>
    <message>
        <source>takes {names}</source>
        <translation>nimmt {names}</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>Zeile {line}: {problem}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>Die Engine ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: {reason}.</source>
        <translation>Unter {host} antwortet nichts: {reason}.</translation>
    </message>
    <message>
        <source>The engine is not running</source>
        <translation>Die Engine läuft nicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>Engine starten</translation>
    </message>
    <message>
        <source>Davit is not set up yet</source>
        <translation>Davit ist noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Containers run in a small Linux machine of their own. It is made in a minute and needs no network.</source>
        <translation>Container laufen in einer eigenen kleinen Linux-Maschine. Sie entsteht in einer Minute und braucht kein Netzwerk.</translation>
    </message>
    <message>
        <source>Set up Davit</source>
        <translation>Davit einrichten</translation>
    </message>
    <message>
        <source>The machine is starting</source>
        <translation>Die Maschine startet</translation>
    </message>
    <message>
        <source>The machine is stopping</source>
        <translation>Die Maschine stoppt</translation>
    </message>
    <message>
        <source>Containers are stopped in good order.</source>
        <translation>Container werden geordnet gestoppt.</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>Die Maschine ist pausiert</translation>
    </message>
    <message>
        <source>Everything in it stands still until it is resumed.</source>
        <translation>Alles darin steht still, bis sie fortgesetzt wird.</translation>
    </message>
    <message>
        <source>The machine is asleep</source>
        <translation>Die Maschine schläft</translation>
    </message>
    <message>
        <source>It was idle, so it gave back its memory. It wakes by itself when docker or davit need it.</source>
        <translation>Sie hatte nichts zu tun und hat ihren Arbeitsspeicher zurückgegeben. Sie wacht von selbst auf, wenn docker oder davit sie brauchen.</translation>
    </message>
    <message>
        <source>The engine is stopped</source>
        <translation>Die Engine ist gestoppt</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>Ansehen, was geschah</translation>
    </message>
    <message>
        <source>Its machine is not running. Containers, images and volumes are kept.</source>
        <translation>Ihre Maschine läuft nicht. Container, Images und Volumes bleiben erhalten.</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Engine wird gestartet</translation>
    </message>
    <message>
        <source>Cannot start the engine</source>
        <translation>Die Engine lässt sich nicht starten</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>Maschine wird gestartet</translation>
    </message>
    <message>
        <source>1 CPU</source>
        <translation>1 CPU</translation>
    </message>
    <message>
        <source>A machine that runs is taken over.</source>
        <translation>Eine laufende Maschine wird übernommen.</translation>
    </message>
    <message>
        <source>An upgrade was interrupted; the old image serves again.</source>
        <translation>Ein Upgrade wurde unterbrochen; das alte Image ist wieder in Betrieb.</translation>
    </message>
    <message>
        <source>Another program may hold the machine&apos;s connection; davit machine diagnose looks further.</source>
        <translation>Vielleicht hält ein anderes Programm die Verbindung zur Maschine; davit machine diagnose untersucht mehr.</translation>
    </message>
    <message>
        <source>Another program took its port over. Restart the machine: davit machine restart</source>
        <translation>Ein anderes Programm hat ihren Port übernommen. Maschine neu starten: davit machine restart</translation>
    </message>
    <message>
        <source>Another supervisor looks after this machine</source>
        <translation>Ein anderer Supervisor kümmert sich um diese Maschine</translation>
    </message>
    <message>
        <source>Another supervisor may be running: davit machine status</source>
        <translation>Vielleicht läuft ein anderer Supervisor: davit machine status</translation>
    </message>
    <message>
        <source>Can this computer resolve names itself? After a change of network: davit machine restart</source>
        <translation>Kann dieser Computer selbst Namen auflösen? Nach einem Netzwechsel: davit machine restart</translation>
    </message>
    <message>
        <source>Cannot bring {wanted} into the machine</source>
        <translation>{wanted} lässt sich nicht in die Maschine bringen</translation>
    </message>
    <message>
        <source>Cannot check the data disk</source>
        <translation>Der Datenträger lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>Cannot close {forward}</source>
        <translation>{forward} lässt sich nicht schließen</translation>
    </message>
    <message>
        <source>Cannot create the data disk</source>
        <translation>Der Datenträger lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Cannot create the machine</source>
        <translation>Die Maschine lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Cannot find QEMU</source>
        <translation>QEMU wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Cannot find qemu-img</source>
        <translation>qemu-img wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Cannot find the guest image</source>
        <translation>Das Gast-Image wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Cannot follow the engine</source>
        <translation>Der Engine lässt sich nicht folgen</translation>
    </message>
    <message>
        <source>Cannot give the machine {asked} of memory</source>
        <translation>Die Maschine kann nicht {asked} Arbeitsspeicher bekommen</translation>
    </message>
    <message>
        <source>Cannot give the machine {cpus} CPUs</source>
        <translation>Die Maschine kann nicht {cpus} CPUs bekommen</translation>
    </message>
    <message>
        <source>Cannot hand {name} to the guest</source>
        <translation>{name} lässt sich nicht an den Gast übergeben</translation>
    </message>
    <message>
        <source>Cannot lay out the machine</source>
        <translation>Die Maschine lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Cannot listen on {path}</source>
        <translation>An {path} lässt sich nicht lauschen</translation>
    </message>
    <message>
        <source>Cannot make a disk of {asked}</source>
        <translation>Ein Datenträger von {asked} ist nicht möglich</translation>
    </message>
    <message>
        <source>Cannot open a port</source>
        <translation>Ein Port lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Cannot open ports</source>
        <translation>Ports lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Cannot open the host&apos;s port {port} to containers</source>
        <translation>Port {port} dieses Computers lässt sich nicht für Container öffnen</translation>
    </message>
    <message>
        <source>Cannot open {forward}</source>
        <translation>{forward} lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Cannot put the Docker socket into {folder}</source>
        <translation>Der Docker-Socket kann nicht in {folder} liegen</translation>
    </message>
    <message>
        <source>Cannot reach QEMU at {path}</source>
        <translation>QEMU ist unter {path} nicht erreichbar</translation>
    </message>
    <message>
        <source>Cannot reach the engine</source>
        <translation>Die Engine ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Cannot reach the guest</source>
        <translation>Der Gast ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Cannot reach the machine by SSH</source>
        <translation>Die Maschine ist per SSH nicht erreichbar</translation>
    </message>
    <message>
        <source>Cannot read the key {path}</source>
        <translation>Der Schlüssel {path} ist nicht lesbar</translation>
    </message>
    <message>
        <source>Cannot read the settings of the machine</source>
        <translation>Die Einstellungen der Maschine sind nicht lesbar</translation>
    </message>
    <message>
        <source>Cannot read the size {text}</source>
        <translation>Die Größe {text} ist nicht verständlich</translation>
    </message>
    <message>
        <source>Cannot run {words}</source>
        <translation>{words} kann nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Cannot share {path}</source>
        <translation>{path} lässt sich nicht freigeben</translation>
    </message>
    <message>
        <source>Cannot shrink the disk to {size}</source>
        <translation>Der Datenträger lässt sich nicht auf {size} verkleinern</translation>
    </message>
    <message>
        <source>Cannot start QEMU</source>
        <translation>QEMU lässt sich nicht starten</translation>
    </message>
    <message>
        <source>Cannot start qemu-img</source>
        <translation>qemu-img lässt sich nicht starten</translation>
    </message>
    <message>
        <source>Cannot start the machine</source>
        <translation>Die Maschine lässt sich nicht starten</translation>
    </message>
    <message>
        <source>Cannot use the accelerator {setting}</source>
        <translation>Der Beschleuniger {setting} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the disk image {path}</source>
        <translation>Das Datenträger-Image {path} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the folder {folder}</source>
        <translation>Der Ordner {folder} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the guest image in {folder}</source>
        <translation>Das Gast-Image in {folder} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the guest image {archive}</source>
        <translation>Das Gast-Image {archive} kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Cannot use the idle time</source>
        <translation>Die Leerlaufzeit lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the path {text}</source>
        <translation>Der Pfad {text} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the setting {name}</source>
        <translation>Die Einstellung {name} lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot use the settings</source>
        <translation>Die Einstellungen lassen sich nicht verwenden</translation>
    </message>
    <message>
        <source>Cannot write the report {target}</source>
        <translation>Der Bericht {target} lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>Cannot {arguments} the data disk</source>
        <translation>Der Befehl {arguments} schlug am Datenträger fehl</translation>
    </message>
    <message>
        <source>Cannot {command} the machine</source>
        <translation>Die Maschine lässt sich nicht {command}</translation>
    </message>
    <message>
        <source>Cannot {purpose} while the machine is {state}</source>
        <translation>Nicht möglich, solange die Maschine {state} ist: {purpose}</translation>
    </message>
    <message>
        <source>Change it with davit machine set, or remove it with davit machine reset.</source>
        <translation>Ändern mit davit machine set, entfernen mit davit machine reset.</translation>
    </message>
    <message>
        <source>Check that the Mac has virtualization: sysctl kern.hv_support says 1.</source>
        <translation>Prüfen, ob der Mac Virtualisierung kann: sysctl kern.hv_support ergibt 1.</translation>
    </message>
    <message>
        <source>Check the permissions of the machine&apos;s folder.</source>
        <translation>Die Rechte am Ordner der Maschine prüfen.</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {cpus}.</source>
        <translation>Eine Zahl von 1 bis {cpus} wählen.</translation>
    </message>
    <message>
        <source>Choose a size between them.</source>
        <translation>Eine Größe dazwischen wählen.</translation>
    </message>
    <message>
        <source>Choose another file: davit machine diagnose --bundle FILE</source>
        <translation>Eine andere Datei wählen: davit machine diagnose --bundle DATEI</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Choose auto, which takes the fastest that works.</source>
        <translation>auto wählen: das nimmt den schnellsten, der geht.</translation>
    </message>
    <message>
        <source>Choose less.</source>
        <translation>Weniger wählen.</translation>
    </message>
    <message>
        <source>Choose more.</source>
        <translation>Mehr wählen.</translation>
    </message>
    <message>
        <source>Choose seconds, or 0 to keep the machine running.</source>
        <translation>Sekunden wählen, oder 0, damit die Maschine weiterläuft.</translation>
    </message>
    <message>
        <source>Choose the right folder with davit machine set --image or {image_variable}.</source>
        <translation>Den richtigen Ordner wählen: davit machine set --image oder {image_variable}.</translation>
    </message>
    <message>
        <source>Choose {mib}.</source>
        <translation>{mib} wählen.</translation>
    </message>
    <message>
        <source>Close it: chmod 700 {folder}</source>
        <translation>Schließen: chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Close it: chmod {most} {path}</source>
        <translation>Schließen: chmod {most} {path}</translation>
    </message>
    <message>
        <source>Close other programs, or give it less: davit machine set --memory 1G</source>
        <translation>Andere Programme schließen oder ihr weniger geben: davit machine set --memory 1G</translation>
    </message>
    <message>
        <source>Create it: davit machine create</source>
        <translation>Anlegen: davit machine create</translation>
    </message>
    <message>
        <source>Create the machine: davit machine start</source>
        <translation>Maschine anlegen: davit machine start</translation>
    </message>
    <message>
        <source>Delete files to make room.</source>
        <translation>Dateien löschen, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>Delete files. The machine pauses when nothing is left, and goes on afterwards.</source>
        <translation>Dateien löschen. Die Maschine hält an, wenn nichts mehr frei ist, und läuft danach weiter.</translation>
    </message>
    <message>
        <source>Delete it, or choose another with DAVIT_MACHINE_HOME.</source>
        <translation>Löschen oder einen anderen wählen mit DAVIT_MACHINE_HOME.</translation>
    </message>
    <message>
        <source>Delete the file; a new one is made with the next start.</source>
        <translation>Die Datei löschen; der nächste Start legt eine neue an.</translation>
    </message>
    <message>
        <source>Docker endpoint</source>
        <translation>Docker-Endpunkt</translation>
    </message>
    <message>
        <source>Emulation works everywhere: davit machine set --accelerator tcg</source>
        <translation>Emulation geht überall: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>End it and start again: davit machine stop &amp;&amp; davit machine start</source>
        <translation>Beenden und neu starten: davit machine stop &amp;&amp; davit machine start</translation>
    </message>
    <message>
        <source>End the other QEMU; davit machine status names it.</source>
        <translation>Das andere QEMU beenden; davit machine status nennt es.</translation>
    </message>
    <message>
        <source>Export what can be read (davit machine export), then: davit machine repair</source>
        <translation>Exportieren, was lesbar ist (davit machine export), dann: davit machine repair</translation>
    </message>
    <message>
        <source>Free some space, or put the machine elsewhere with DAVIT_MACHINE_HOME.</source>
        <translation>Platz schaffen oder die Maschine mit DAVIT_MACHINE_HOME woanders hinlegen.</translation>
    </message>
    <message>
        <source>Gave back {size} that the data disk no longer used.</source>
        <translation>{size} zurückgegeben, die der Datenträger nicht mehr brauchte.</translation>
    </message>
    <message>
        <source>Give it back: chown</source>
        <translation>Zurückgeben: chown</translation>
    </message>
    <message>
        <source>Give the machine less (davit machine set --memory 1G), or close other programs.</source>
        <translation>Der Maschine weniger geben (davit machine set --memory 1G) oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>Guests of another architecture are emulated, which is several times slower.</source>
        <translation>Gäste einer anderen Architektur werden emuliert, das ist mehrfach langsamer.</translation>
    </message>
    <message>
        <source>If it happens again, give the machine more memory or upgrade it.</source>
        <translation>Geschieht das wieder, der Maschine mehr Arbeitsspeicher geben oder sie aktualisieren.</translation>
    </message>
    <message>
        <source>In a virtual machine, see that the computer below allows nested virtualization.</source>
        <translation>In einer virtuellen Maschine: der Computer darunter muss verschachtelte Virtualisierung erlauben.</translation>
    </message>
    <message>
        <source>Install Davit again, or build the image: vm/image/build.py</source>
        <translation>Davit neu installieren oder das Image bauen: vm/image/build.py</translation>
    </message>
    <message>
        <source>Install Davit again, or name another image with: davit machine set --image</source>
        <translation>Davit neu installieren oder ein anderes Image nennen: davit machine set --image</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along, or run: brew install qemu</source>
        <translation>Davit neu installieren, das QEMU mitbringt, oder: brew install qemu</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along.</source>
        <translation>Davit neu installieren, das QEMU mitbringt.</translation>
    </message>
    <message>
        <source>Install Davit again.</source>
        <translation>Davit neu installieren.</translation>
    </message>
    <message>
        <source>Install QEMU again with its firmware (Debian, Ubuntu: sudo apt install seabios).</source>
        <translation>QEMU mit seiner Firmware neu installieren (Debian, Ubuntu: sudo apt install seabios).</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Neu installieren.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install qemu-utils</source>
        <translation>Installieren: sudo apt install qemu-utils</translation>
    </message>
    <message>
        <source>Cannot turn on {subject}</source>
        <translation>{subject} kann nicht eingeschaltet werden</translation>
    </message>
    <message>
        <source>Cannot export to {path}</source>
        <translation>Nach {path} kann nicht exportiert werden</translation>
    </message>
    <message>
        <source>Cannot import {path}</source>
        <translation>{path} kann nicht importiert werden</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Export it again: davit machine export FILE</source>
        <translation>Exportieren Sie sie noch einmal: davit machine export DATEI</translation>
    </message>
    <message>
        <source>Install it: sudo {debian} (Debian, Ubuntu) or sudo {fedora} (Fedora).</source>
        <translation>Installieren Sie es: sudo {debian} (Debian, Ubuntu) oder sudo {fedora} (Fedora).</translation>
    </message>
    <message>
        <source>Install it: sudo {here}</source>
        <translation>Installieren Sie es: sudo {here}</translation>
    </message>
    <message>
        <source>Its log has the whole story: davit machine logs</source>
        <translation>Alles steht im Protokoll: davit machine logs</translation>
    </message>
    <message>
        <source>Its log is C:\Windows\Logs\DISM\dism.log</source>
        <translation>Sein Protokoll ist C:\Windows\Logs\DISM\dism.log</translation>
    </message>
    <message>
        <source>Its log may tell more: {supervisor_log}</source>
        <translation>Vielleicht sagt sein Protokoll mehr: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its log may tell why: {supervisor_log}</source>
        <translation>Vielleicht sagt sein Protokoll, warum: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its output says why. Another program may hold its files.</source>
        <translation>Seine Ausgabe sagt, warum. Vielleicht hält ein anderes Programm seine Dateien.</translation>
    </message>
    <message>
        <source>Join the group kvm and log in again: sudo usermod -aG kvm $USER</source>
        <translation>Der Gruppe kvm beitreten und neu anmelden: sudo usermod -aG kvm $USER</translation>
    </message>
    <message>
        <source>Keep it.</source>
        <translation>Behalten.</translation>
    </message>
    <message>
        <source>Keep the size; space that is not used takes none on this computer. For a smaller one, export what you need and run: davit machine reset</source>
        <translation>Die Größe behalten; ungenutzter Platz kostet auf diesem Computer nichts. Für einen kleineren exportieren, was gebraucht wird, dann: davit machine reset</translation>
    </message>
    <message>
        <source>Let Davit choose: davit machine set --accelerator auto</source>
        <translation>Davit wählen lassen: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Let Davit find it: davit machine set --qemu &apos;&apos;</source>
        <translation>Davit suchen lassen: davit machine set --qemu &apos;&apos;</translation>
    </message>
    <message>
        <source>Let it go on: davit machine resume</source>
        <translation>Weiterlaufen lassen: davit machine resume</translation>
    </message>
    <message>
        <source>Look at it and repair it: davit machine repair</source>
        <translation>Ansehen und reparieren: davit machine repair</translation>
    </message>
    <message>
        <source>Look at it: davit machine console</source>
        <translation>Ansehen: davit machine console</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>Beiseite legen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Move it out of the way.</source>
        <translation>Aus dem Weg räumen.</translation>
    </message>
    <message>
        <source>Move the volumes one by one, with Export and Import, and pull the images anew.</source>
        <translation>Nehmen Sie die Volumes einzeln mit, über Export und Import, und laden Sie die Images neu.</translation>
    </message>
    <message>
        <source>Name each folder once.</source>
        <translation>Jeden Ordner nur einmal nennen.</translation>
    </message>
    <message>
        <source>Only root may listen below port {value} here. Publish a higher port, or allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</source>
        <translation>Unter Port {value} darf hier nur root lauschen. Einen höheren Port veröffentlichen oder es erlauben: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</translation>
    </message>
    <message>
        <source>Or let Davit choose: davit machine set --accelerator auto</source>
        <translation>Oder Davit wählen lassen: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Publish it on an IPv4 address, such as 127.0.0.1.</source>
        <translation>Auf einer IPv4-Adresse veröffentlichen, etwa 127.0.0.1.</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that it has.</source>
        <translation>Auf 127.0.0.1 veröffentlichen oder auf einer seiner Adressen.</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that this computer has.</source>
        <translation>Auf 127.0.0.1 veröffentlichen oder auf einer Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>Put back a copy (davit machine import), or start anew: davit machine reset</source>
        <translation>Eine Kopie zurückspielen (davit machine import) oder neu anfangen: davit machine reset</translation>
    </message>
    <message>
        <source>Put back a copy, or make a new one: davit machine reset</source>
        <translation>Eine Kopie zurückspielen oder einen neuen anlegen: davit machine reset</translation>
    </message>
    <message>
        <source>QEMU and the supervisor ended without a word, as when the computer restarts</source>
        <translation>QEMU und der Supervisor endeten wortlos, wie bei einem Neustart des Computers</translation>
    </message>
    <message>
        <source>QEMU did not start</source>
        <translation>QEMU ist nicht gestartet</translation>
    </message>
    <message>
        <source>QEMU does not answer</source>
        <translation>QEMU antwortet nicht</translation>
    </message>
    <message>
        <source>QEMU does not forward its ports</source>
        <translation>QEMU leitet seine Ports nicht weiter</translation>
    </message>
    <message>
        <source>QEMU does not say which port it has chosen</source>
        <translation>QEMU sagt nicht, welchen Port es gewählt hat</translation>
    </message>
    <message>
        <source>QEMU ended without a word</source>
        <translation>QEMU endete wortlos</translation>
    </message>
    <message>
        <source>QEMU failed</source>
        <translation>QEMU ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>QEMU has marked it as damaged</source>
        <translation>QEMU hat ihn als beschädigt markiert</translation>
    </message>
    <message>
        <source>QEMU monitor</source>
        <translation>QEMU-Monitor</translation>
    </message>
    <message>
        <source>QEMU process</source>
        <translation>QEMU-Prozess</translation>
    </message>
    <message>
        <source>QEMU refused {command}</source>
        <translation>QEMU hat {command} abgelehnt</translation>
    </message>
    <message>
        <source>QEMU stopped</source>
        <translation>QEMU wurde beendet</translation>
    </message>
    <message>
        <source>QEMU stopped in the middle of the guest</source>
        <translation>QEMU blieb mitten im Gast stehen</translation>
    </message>
    <message>
        <source>Remove what is not needed (davit system prune), or let it grow: davit machine set --disk 128G</source>
        <translation>Entfernen, was nicht gebraucht wird (davit system prune), oder vergrößern: davit machine set --disk 128G</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>Den Ordner umbenennen.</translation>
    </message>
    <message>
        <source>Repair it: davit machine repair. Or save it first: davit machine export FILE</source>
        <translation>Reparieren: davit machine repair. Oder erst sichern: davit machine export DATEI</translation>
    </message>
    <message>
        <source>Repair the file, or delete it and run: davit machine create. The disk is kept.</source>
        <translation>Die Datei reparieren, oder löschen und dann: davit machine create. Der Datenträger bleibt.</translation>
    </message>
    <message>
        <source>Repaired {found} wrong entries of the data disk.</source>
        <translation>{found} falsche Einträge des Datenträgers repariert.</translation>
    </message>
    <message>
        <source>Restart it: davit machine restart</source>
        <translation>Neu starten: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine, which gives the guest its keys again: davit machine restart</source>
        <translation>Die Maschine neu starten, das gibt dem Gast seine Schlüssel wieder: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine: davit machine restart</source>
        <translation>Die Maschine neu starten: davit machine restart</translation>
    </message>
    <message>
        <source>Save it first (davit machine export FILE), then: davit machine repair</source>
        <translation>Erst sichern (davit machine export DATEI), dann: davit machine repair</translation>
    </message>
    <message>
        <source>Save what can be read: davit machine export FILE. Then start anew: davit machine reset</source>
        <translation>Sichern, was lesbar ist: davit machine export DATEI. Dann neu anfangen: davit machine reset</translation>
    </message>
    <message>
        <source>See how far it came: davit machine status</source>
        <translation>Wie weit sie kam: davit machine status</translation>
    </message>
    <message>
        <source>See the end of it: davit machine console</source>
        <translation>Das Ende davon: davit machine console</translation>
    </message>
    <message>
        <source>See the state: davit machine status</source>
        <translation>Der Zustand: davit machine status</translation>
    </message>
    <message>
        <source>See the whole output: davit machine diagnose</source>
        <translation>Die ganze Ausgabe: davit machine diagnose</translation>
    </message>
    <message>
        <source>See why: davit machine logs qemu.</source>
        <translation>Warum, zeigt: davit machine logs qemu.</translation>
    </message>
    <message>
        <source>Share a folder that exists.</source>
        <translation>Einen Ordner freigeben, den es gibt.</translation>
    </message>
    <message>
        <source>Share it: davit machine set --share {quoted}</source>
        <translation>Freigeben: davit machine set --share {quoted}</translation>
    </message>
    <message>
        <source>Share the outer folder alone, or make the inner one read-only.</source>
        <translation>Nur den äußeren Ordner freigeben oder den inneren nur zum Lesen.</translation>
    </message>
    <message>
        <source>Share them by SFTP: davit machine set --share-transport sftp</source>
        <translation>Per SFTP freigeben: davit machine set --share-transport sftp</translation>
    </message>
    <message>
        <source>Start it: davit machine start</source>
        <translation>Starten: davit machine start</translation>
    </message>
    <message>
        <source>Stop it first: davit machine stop</source>
        <translation>Erst stoppen: davit machine stop</translation>
    </message>
    <message>
        <source>Stop it: davit machine stop</source>
        <translation>Stoppen: davit machine stop</translation>
    </message>
    <message>
        <source>Stop sharing it: davit machine set --unshare {path}</source>
        <translation>Nicht mehr freigeben: davit machine set --unshare {path}</translation>
    </message>
    <message>
        <source>Stop that container, or publish another port.</source>
        <translation>Diesen Container stoppen oder einen anderen Port veröffentlichen.</translation>
    </message>
    <message>
        <source>Stop that program, or publish another port.</source>
        <translation>Dieses Programm beenden oder einen anderen Port veröffentlichen.</translation>
    </message>
    <message>
        <source>Stop the machine and start it again: davit machine restart</source>
        <translation>Die Maschine stoppen und wieder starten: davit machine restart</translation>
    </message>
    <message>
        <source>Stop the program that uses it.</source>
        <translation>Das Programm beenden, das ihn benutzt.</translation>
    </message>
    <message>
        <source>Switch on the Windows Hypervisor Platform in an administrator&apos;s terminal and restart: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</source>
        <translation>Die Windows-Hypervisor-Plattform in einem Administrator-Terminal einschalten und neu starten: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</translation>
    </message>
    <message>
        <source>Switch on virtualization in the computer&apos;s firmware and load the module kvm; in a virtual machine, allow nested virtualization.</source>
        <translation>Virtualisierung in der Firmware des Computers einschalten und das Modul kvm laden; in einer virtuellen Maschine verschachtelte Virtualisierung erlauben.</translation>
    </message>
    <message>
        <source>Take it over again: davit machine start</source>
        <translation>Wieder übernehmen: davit machine start</translation>
    </message>
    <message>
        <source>The data disk could not be mended</source>
        <translation>Der Datenträger konnte nicht in Ordnung gebracht werden</translation>
    </message>
    <message>
        <source>The data disk could not be repaired</source>
        <translation>Der Datenträger konnte nicht repariert werden</translation>
    </message>
    <message>
        <source>The data disk is checked and mended.</source>
        <translation>Der Datenträger ist geprüft und in Ordnung gebracht.</translation>
    </message>
    <message>
        <source>The data disk is damaged</source>
        <translation>Der Datenträger ist beschädigt</translation>
    </message>
    <message>
        <source>The data disk is in order.</source>
        <translation>Der Datenträger ist in Ordnung.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. The machine is paused until there is room.</source>
        <translation>Der Datenträger dieses Computers ist voll. Die Maschine hält an, bis Platz ist.</translation>
    </message>
    <message>
        <source>The disk of this computer may be failing; copy the file elsewhere.</source>
        <translation>Vielleicht geht der Datenträger dieses Computers kaputt; die Datei woandershin kopieren.</translation>
    </message>
    <message>
        <source>The disk with containers and images could not be mounted</source>
        <translation>Der Datenträger mit Containern und Images konnte nicht eingehängt werden</translation>
    </message>
    <message>
        <source>The end of the console tells more; davit machine diagnose looks further.</source>
        <translation>Das Ende der Konsole sagt mehr; davit machine diagnose untersucht mehr.</translation>
    </message>
    <message>
        <source>The engine did not answer</source>
        <translation>Die Engine hat nicht geantwortet</translation>
    </message>
    <message>
        <source>The engine did not answer as expected</source>
        <translation>Die Engine hat anders geantwortet als erwartet</translation>
    </message>
    <message>
        <source>The engine inside the machine did not start</source>
        <translation>Die Engine in der Maschine ist nicht gestartet</translation>
    </message>
    <message>
        <source>The engine runs but does not answer</source>
        <translation>Die Engine läuft, antwortet aber nicht</translation>
    </message>
    <message>
        <source>The guest could not do “{verb}”</source>
        <translation>Der Gast konnte „{verb}“ nicht ausführen</translation>
    </message>
    <message>
        <source>The guest could not mount its system</source>
        <translation>Der Gast konnte sein System nicht einhängen</translation>
    </message>
    <message>
        <source>The guest could not set up its network</source>
        <translation>Der Gast konnte sein Netz nicht einrichten</translation>
    </message>
    <message>
        <source>The guest did not leave the data disk alone</source>
        <translation>Der Gast hat den Datenträger nicht losgelassen</translation>
    </message>
    <message>
        <source>The guest did not power down within {stop_limit} s; QEMU was ended.</source>
        <translation>Der Gast hat sich nicht binnen {stop_limit} s abgeschaltet; QEMU wurde beendet.</translation>
    </message>
    <message>
        <source>The guest does not tell its usage</source>
        <translation>Der Gast nennt seinen Verbrauch nicht</translation>
    </message>
    <message>
        <source>The guest has shut itself down.</source>
        <translation>Der Gast hat sich selbst abgeschaltet.</translation>
    </message>
    <message>
        <source>The guest image may be damaged; lay it out again: davit machine upgrade</source>
        <translation>Vielleicht ist das Gast-Image beschädigt; neu auslegen: davit machine upgrade</translation>
    </message>
    <message>
        <source>The guest image {version} did not get ready</source>
        <translation>Das Gast-Image {version} wurde nicht bereit</translation>
    </message>
    <message>
        <source>The guest restarted itself</source>
        <translation>Der Gast hat sich selbst neu gestartet</translation>
    </message>
    <message>
        <source>The guest shut itself down while it started</source>
        <translation>Der Gast hat sich beim Start selbst abgeschaltet</translation>
    </message>
    <message>
        <source>The guest&apos;s kernel did not start</source>
        <translation>Der Kernel des Gasts ist nicht gestartet</translation>
    </message>
    <message>
        <source>The machine did not answer in time</source>
        <translation>Die Maschine hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The machine did not start</source>
        <translation>Die Maschine ist nicht gestartet</translation>
    </message>
    <message>
        <source>The machine did not start ({stage})</source>
        <translation>Die Maschine ist nicht gestartet ({stage})</translation>
    </message>
    <message>
        <source>The machine does not take a command</source>
        <translation>Die Maschine nimmt keinen Befehl an</translation>
    </message>
    <message>
        <source>The machine failed</source>
        <translation>Die Maschine ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The machine failed {back_off} times; it is not restarted any more.</source>
        <translation>Die Maschine ist {back_off} Mal fehlgeschlagen; sie wird nicht mehr neu gestartet.</translation>
    </message>
    <message>
        <source>The machine goes on.</source>
        <translation>Die Maschine läuft weiter.</translation>
    </message>
    <message>
        <source>The machine is no longer running</source>
        <translation>Die Maschine läuft nicht mehr</translation>
    </message>
    <message>
        <source>The machine is not ready</source>
        <translation>Die Maschine ist nicht bereit</translation>
    </message>
    <message>
        <source>The machine is not running</source>
        <translation>Die Maschine läuft nicht</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>Die Maschine ist angehalten.</translation>
    </message>
    <message>
        <source>The machine is ready, after {seconds} s.</source>
        <translation>Die Maschine ist bereit, nach {seconds} s.</translation>
    </message>
    <message>
        <source>The machine is restarted in {pause} s.</source>
        <translation>Die Maschine wird in {pause} s neu gestartet.</translation>
    </message>
    <message>
        <source>The machine is stopped</source>
        <translation>Die Maschine ist gestoppt</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>Die Maschine ist gestoppt.</translation>
    </message>
    <message>
        <source>The machine is {word}.</source>
        <translation>Die Maschine ist {word}.</translation>
    </message>
    <message>
        <source>The machine runs the guest image {version}.</source>
        <translation>Die Maschine läuft mit dem Gast-Image {version}.</translation>
    </message>
    <message>
        <source>The machine runs without hardware acceleration and is several times slower: {candidate} {reason}.</source>
        <translation>Die Maschine läuft ohne Hardwarebeschleunigung und ist mehrfach langsamer: {candidate} {reason}.</translation>
    </message>
    <message>
        <source>The machine runs, but nothing looks after it</source>
        <translation>Die Maschine läuft, aber nichts kümmert sich um sie</translation>
    </message>
    <message>
        <source>The machine starts again.</source>
        <translation>Die Maschine startet erneut.</translation>
    </message>
    <message>
        <source>The machine starts.</source>
        <translation>Die Maschine startet.</translation>
    </message>
    <message>
        <source>The machine stops its containers and powers down.</source>
        <translation>Die Maschine stoppt ihre Container und schaltet sich ab.</translation>
    </message>
    <message>
        <source>The machine was not mended</source>
        <translation>Die Maschine wurde nicht in Ordnung gebracht</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set after a pause.</source>
        <translation>Die Uhr der Maschine wurde nach einer Pause gestellt.</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor could not start</source>
        <translation>Der Supervisor der Maschine konnte nicht starten</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor did not come up</source>
        <translation>Der Supervisor der Maschine ist nicht gestartet</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor does not end</source>
        <translation>Der Supervisor der Maschine endet nicht</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor ended before it answered</source>
        <translation>Der Supervisor der Maschine endete, bevor er antwortete</translation>
    </message>
    <message>
        <source>The ports changed.</source>
        <translation>Die Ports haben sich geändert.</translation>
    </message>
    <message>
        <source>The settings changed.</source>
        <translation>Die Einstellungen haben sich geändert.</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>Der Start wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The supervisor does not know “{method}”</source>
        <translation>Der Supervisor kennt „{method}“ nicht</translation>
    </message>
    <message>
        <source>The supervisor stumbled over “{method}”</source>
        <translation>Der Supervisor ist über „{method}“ gestolpert</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log has the whole story: davit machine logs</source>
        <translation>Alles steht im Protokoll des Supervisors: davit machine logs</translation>
    </message>
    <message>
        <source>The system may have run out of memory: give the machine less.</source>
        <translation>Vielleicht fehlte dem System Arbeitsspeicher: der Maschine weniger geben.</translation>
    </message>
    <message>
        <source>The work was broken off.</source>
        <translation>Die Arbeit wurde abgebrochen.</translation>
    </message>
    <message>
        <source>There is a machine in {home} already</source>
        <translation>In {home} gibt es schon eine Maschine</translation>
    </message>
    <message>
        <source>There is no machine in {home}</source>
        <translation>In {home} gibt es keine Maschine</translation>
    </message>
    <message>
        <source>There is no machine yet</source>
        <translation>Es gibt noch keine Maschine</translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation>Es gibt keine Einstellung {name}</translation>
    </message>
    <message>
        <source>There is room again; the machine goes on.</source>
        <translation>Es ist wieder Platz; die Maschine läuft weiter.</translation>
    </message>
    <message>
        <source>This QEMU is not signed for the hypervisor. Use the one that comes with Davit, or one from Homebrew.</source>
        <translation>Dieses QEMU ist für den Hypervisor nicht signiert. Das von Davit oder eines von Homebrew verwenden.</translation>
    </message>
    <message>
        <source>Try again, and say Yes.</source>
        <translation>Versuchen Sie es noch einmal und sagen Sie Ja.</translation>
    </message>
    <message>
        <source>Try again; the computer may be very busy.</source>
        <translation>Erneut versuchen; vielleicht ist der Computer sehr beschäftigt.</translation>
    </message>
    <message>
        <source>Try without acceleration: davit machine set --accelerator tcg</source>
        <translation>Ohne Beschleunigung versuchen: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>Type it yourself: sudo {words}</source>
        <translation>Geben Sie es selbst ein: sudo {words}</translation>
    </message>
    <message>
        <source>UDP on an IPv6 address does not lead into the machine</source>
        <translation>UDP auf einer IPv6-Adresse führt nicht in die Maschine</translation>
    </message>
    <message>
        <source>Upgrade Davit on this computer first, then import again.</source>
        <translation>Bringen Sie Davit auf diesem Computer auf den neuesten Stand und importieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Upgrade it first: davit machine upgrade</source>
        <translation>Erst aktualisieren: davit machine upgrade</translation>
    </message>
    <message>
        <source>Use a newer version of Davit.</source>
        <translation>Verwenden Sie eine neuere Version von Davit.</translation>
    </message>
    <message>
        <source>Use an image of its own.</source>
        <translation>Ein eigenständiges Image verwenden.</translation>
    </message>
    <message>
        <source>Use an image that is not.</source>
        <translation>Ein unverschlüsseltes Image verwenden.</translation>
    </message>
    <message>
        <source>Use the QEMU of the distribution.</source>
        <translation>Das QEMU der Distribution verwenden.</translation>
    </message>
    <message>
        <source>Wait until it has stopped.</source>
        <translation>Warten, bis sie gestoppt ist.</translation>
    </message>
    <message>
        <source>Wait until it is ready, or stop it: davit machine stop</source>
        <translation>Warten, bis sie bereit ist, oder stoppen: davit machine stop</translation>
    </message>
    <message>
        <source>Wake it: davit machine start</source>
        <translation>Wecken: davit machine start</translation>
    </message>
    <message>
        <source>When its settings were changed, undo that: davit machine set --engine. The end of the console tells more.</source>
        <translation>Wurden ihre Einstellungen geändert, das rückgängig machen: davit machine set --engine. Das Ende der Konsole sagt mehr.</translation>
    </message>
    <message>
        <source>Windows may have reserved the port; see: netsh interface ipv4 show excludedportrange protocol=tcp</source>
        <translation>Vielleicht hat Windows den Port reserviert; siehe: netsh interface ipv4 show excludedportrange protocol=tcp</translation>
    </message>
    <message>
        <source>Windows was not given the permission</source>
        <translation>Windows hat die Erlaubnis nicht bekommen</translation>
    </message>
    <message>
        <source>Write it like 4G or 512M.</source>
        <translation>Schreibweise: 4G oder 512M.</translation>
    </message>
    <message>
        <source>Write one line.</source>
        <translation>Eine einzige Zeile schreiben.</translation>
    </message>
    <message>
        <source>Write the path without it.</source>
        <translation>Den Pfad ohne das schreiben.</translation>
    </message>
    <message>
        <source>Write the whole path.</source>
        <translation>Den ganzen Pfad schreiben.</translation>
    </message>
    <message>
        <source>a file of the guest image cannot be read</source>
        <translation>eine Datei des Gast-Images ist nicht lesbar</translation>
    </message>
    <message>
        <source>a firmware file of QEMU is missing</source>
        <translation>eine Firmware-Datei von QEMU fehlt</translation>
    </message>
    <message>
        <source>a port is in use: {thing}</source>
        <translation>ein Port ist belegt: {thing}</translation>
    </message>
    <message>
        <source>another QEMU runs this machine</source>
        <translation>ein anderes QEMU betreibt diese Maschine</translation>
    </message>
    <message>
        <source>another container</source>
        <translation>einem anderen Container</translation>
    </message>
    <message>
        <source>another process uses the machine&apos;s disk</source>
        <translation>ein anderer Prozess benutzt den Datenträger der Maschine</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>dort lauscht ein anderes Programm</translation>
    </message>
    <message>
        <source>answers in {value} ms</source>
        <translation>antwortet in {value} ms</translation>
    </message>
    <message>
        <source>answers in {value} ms, with the key that it was given</source>
        <translation>antwortet in {value} ms, mit dem erwarteten Schlüssel</translation>
    </message>
    <message>
        <source>answers; the guest has {total} MiB of memory</source>
        <translation>antwortet; der Gast hat {total} MiB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>both sides proved their key in {value} ms</source>
        <translation>beide Seiten haben ihren Schlüssel in {value} ms bewiesen</translation>
    </message>
    <message>
        <source>container {container}</source>
        <translation>Container {container}</translation>
    </message>
    <message>
        <source>data disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>disks are made of whole MiB</source>
        <translation>Datenträger bestehen aus ganzen MiB</translation>
    </message>
    <message>
        <source>does not start ({words})</source>
        <translation>startet nicht ({words})</translation>
    </message>
    <message>
        <source>e2fsck ended with status {status}</source>
        <translation>e2fsck endete mit Status {status}</translation>
    </message>
    <message>
        <source>engine&apos;s gate</source>
        <translation>Tor der Engine</translation>
    </message>
    <message>
        <source>export it</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>hangs (at the first special instruction, for {seconds} s)</source>
        <translation>hängt (am ersten besonderen Befehl, seit {seconds} s)</translation>
    </message>
    <message>
        <source>hangs (no guest code ran within {seconds} s)</source>
        <translation>hängt (in {seconds} s lief kein Gastcode)</translation>
    </message>
    <message>
        <source>is not part of {program}</source>
        <translation>ist nicht Teil von {program}</translation>
    </message>
    <message>
        <source>it and {other} lie in each other with the same access</source>
        <translation>er und {other} liegen mit demselben Zugriff ineinander</translation>
    </message>
    <message>
        <source>it begins with neither unix:// nor npipe://</source>
        <translation>sie beginnt weder mit unix:// noch mit npipe://</translation>
    </message>
    <message>
        <source>it belongs to another user (uid {st_uid})</source>
        <translation>er gehört einem anderen Benutzer (uid {st_uid})</translation>
    </message>
    <message>
        <source>it can have {least_disk} to {most_disk}</source>
        <translation>möglich sind {least_disk} bis {most_disk}</translation>
    </message>
    <message>
        <source>it claims to hold {size} bytes</source>
        <translation>er gibt {size} Bytes an</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>die Verbindung wurde geschlossen</translation>
    </message>
    <message>
        <source>it comes from a computer with {architecture} processors, and its images and containers do not run on {here}</source>
        <translation>sie kommt von einem Computer mit {architecture}-Prozessoren, und ihre Images und Container laufen nicht auf {here}</translation>
    </message>
    <message>
        <source>it did not answer within {handshake_limit} s</source>
        <translation>keine Antwort binnen {handshake_limit} s</translation>
    </message>
    <message>
        <source>it did not get there within {wake_limit} s</source>
        <translation>sie kam binnen {wake_limit} s nicht so weit</translation>
    </message>
    <message>
        <source>it did not greet within {waited} s</source>
        <translation>keine Begrüßung binnen {waited} s</translation>
    </message>
    <message>
        <source>it does not begin at the root</source>
        <translation>er beginnt nicht an der Wurzel</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>es gibt ihn nicht</translation>
    </message>
    <message>
        <source>it does not exist, and {host_path} is shared read-only</source>
        <translation>es gibt ihn nicht, und {host_path} ist nur zum Lesen freigegeben</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>er läuft nicht</translation>
    </message>
    <message>
        <source>it ended with status {returncode}</source>
        <translation>es endete mit Status {returncode}</translation>
    </message>
    <message>
        <source>it ended with status {status} and said nothing</source>
        <translation>es endete mit Status {status} und ohne ein Wort</translation>
    </message>
    <message>
        <source>it ended without being asked</source>
        <translation>es endete ungebeten</translation>
    </message>
    <message>
        <source>it has format {format}, and this version reads {format2}</source>
        <translation>sie hat das Format {format}, und diese Version liest {format2}</translation>
    </message>
    <message>
        <source>it has more than one line</source>
        <translation>sie hat mehr als eine Zeile</translation>
    </message>
    <message>
        <source>it has told nothing of the guest&apos;s memory</source>
        <translation>er sagt nichts über den Arbeitsspeicher des Gasts</translation>
    </message>
    <message>
        <source>it has {disk_now}, and cutting off its end would destroy data</source>
        <translation>er hat {disk_now}, und sein Ende abzuschneiden würde Daten zerstören</translation>
    </message>
    <message>
        <source>it has {now}</source>
        <translation>er hat {now}</translation>
    </message>
    <message>
        <source>it holds more files than an image has</source>
        <translation>es enthält mehr Dateien als ein Image</translation>
    </message>
    <message>
        <source>it holds more than an export does</source>
        <translation>sie enthält mehr als ein Export</translation>
    </message>
    <message>
        <source>it holds {name}, which is no plain file</source>
        <translation>es enthält {name}, was keine gewöhnliche Datei ist</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>er ist verschlüsselt</translation>
    </message>
    <message>
        <source>it is gone ({command})</source>
        <translation>es ist weg ({command})</translation>
    </message>
    <message>
        <source>it is in none of {candidates}</source>
        <translation>es ist in keinem von {candidates}</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>er ist belegt</translation>
    </message>
    <message>
        <source>it is in use by {holder}</source>
        <translation>er ist belegt von {holder}</translation>
    </message>
    <message>
        <source>it is neither beside {program} nor on PATH</source>
        <translation>es ist weder neben {program} noch im PATH</translation>
    </message>
    <message>
        <source>it is no name of a fw_cfg item</source>
        <translation>das ist kein Name eines fw_cfg-Eintrags</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>it is not a number with a unit</source>
        <translation>das ist keine Zahl mit Einheit</translation>
    </message>
    <message>
        <source>it is not a path</source>
        <translation>das ist kein Pfad</translation>
    </message>
    <message>
        <source>it is not an absolute path</source>
        <translation>das ist kein absoluter Pfad</translation>
    </message>
    <message>
        <source>it is not an export of a machine</source>
        <translation>es ist kein Export einer Maschine</translation>
    </message>
    <message>
        <source>it is not an image in a tar, or is cut off</source>
        <translation>es ist kein Image in einem tar-Archiv oder ist abgeschnitten</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>er ist nicht verbunden</translation>
    </message>
    <message>
        <source>it is not in qcow2 format</source>
        <translation>er ist nicht im Format qcow2</translation>
    </message>
    <message>
        <source>it is not mounted yet</source>
        <translation>er ist noch nicht eingehängt</translation>
    </message>
    <message>
        <source>it is of another version than this program</source>
        <translation>er hat eine andere Version als dieses Programm</translation>
    </message>
    <message>
        <source>it is qcow2 of the unknown version {version}</source>
        <translation>er ist qcow2 der unbekannten Version {version}</translation>
    </message>
    <message>
        <source>it is shared already</source>
        <translation>er ist schon freigegeben</translation>
    </message>
    <message>
        <source>it is {state}</source>
        <translation>sie ist {state}</translation>
    </message>
    <message>
        <source>it keeps its data in another file</source>
        <translation>er hält seine Daten in einer anderen Datei</translation>
    </message>
    <message>
        <source>it leads through &apos;..&apos;</source>
        <translation>er führt durch &apos;..&apos;</translation>
    </message>
    <message>
        <source>it needs at least {least_memory}</source>
        <translation>sie braucht mindestens {least_memory}</translation>
    </message>
    <message>
        <source>it needs more than {size} MiB where {parent} lies, and {free} MiB are free</source>
        <translation>sie braucht mehr als {size} MiB, wo {parent} liegt, und {free} MiB sind frei</translation>
    </message>
    <message>
        <source>it needs {size} where {parent} lies, and {free} are free</source>
        <translation>sie braucht {size} dort, wo {parent} liegt, und {free} sind frei</translation>
    </message>
    <message>
        <source>it rests on another file</source>
        <translation>er beruht auf einer anderen Datei</translation>
    </message>
    <message>
        <source>it was ended by {name}</source>
        <translation>es wurde beendet durch {name}</translation>
    </message>
    <message>
        <source>it was stopped meanwhile</source>
        <translation>sie wurde inzwischen gestoppt</translation>
    </message>
    <message>
        <source>it was written by engine {engine}, and this machine has engine {engine2}</source>
        <translation>sie wurde von Engine {engine} geschrieben, und diese Maschine hat Engine {engine2}</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>sein Kopf ist abgeschnitten</translation>
    </message>
    <message>
        <source>its image is too old to know how</source>
        <translation>sein Image ist zu alt und kann das nicht</translation>
    </message>
    <message>
        <source>its kernel has given up; the end of the console says why</source>
        <translation>sein Kernel hat aufgegeben; das Ende der Konsole sagt, warum</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>ihr Manifest ist nicht lesbar</translation>
    </message>
    <message>
        <source>its manifest lists other files than an export has</source>
        <translation>ihr Manifest nennt andere Dateien als ein Export</translation>
    </message>
    <message>
        <source>its monitor did not answer within {start_limit} s</source>
        <translation>sein Monitor hat binnen {start_limit} s nicht geantwortet</translation>
    </message>
    <message>
        <source>its name holds a tab or a new line</source>
        <translation>sein Name enthält einen Tabulator oder eine neue Zeile</translation>
    </message>
    <message>
        <source>its settings cannot be read</source>
        <translation>ihre Einstellungen sind nicht lesbar</translation>
    </message>
    <message>
        <source>its supervisor ended without stopping it</source>
        <translation>ihr Supervisor endete, ohne sie zu stoppen</translation>
    </message>
    <message>
        <source>its supervisor is doing so already</source>
        <translation>ihr Supervisor tut das schon</translation>
    </message>
    <message>
        <source>its supervisor still runs</source>
        <translation>ihr Supervisor läuft noch</translation>
    </message>
    <message>
        <source>its tag {tag} is too long</source>
        <translation>seine Kennung {tag} ist zu lang</translation>
    </message>
    <message>
        <source>macOS lets programs listen below port 1024 only on all addresses at once. Publish a higher port, or all addresses: -p 0.0.0.0:{port}:{port2}</source>
        <translation>macOS lässt Programme unter Port 1024 nur auf allen Adressen zugleich lauschen. Einen höheren Port oder alle Adressen veröffentlichen: -p 0.0.0.0:{port}:{port2}</translation>
    </message>
    <message>
        <source>memory is given in whole MiB</source>
        <translation>Arbeitsspeicher gibt es in ganzen MiB</translation>
    </message>
    <message>
        <source>memory of this computer</source>
        <translation>Arbeitsspeicher dieses Computers</translation>
    </message>
    <message>
        <source>mounted folders</source>
        <translation>eingehängte Ordner</translation>
    </message>
    <message>
        <source>name resolution</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>needs: {missing}</source>
        <translation>braucht: {missing}</translation>
    </message>
    <message>
        <source>no answer within {patience} s</source>
        <translation>keine Antwort binnen {patience} s</translation>
    </message>
    <message>
        <source>no folder is shared</source>
        <translation>kein Ordner ist freigegeben</translation>
    </message>
    <message>
        <source>no space is left on this computer</source>
        <translation>auf diesem Computer ist kein Platz mehr</translation>
    </message>
    <message>
        <source>no space is left where {home} lies</source>
        <translation>kein Platz mehr, wo {home} liegt</translation>
    </message>
    <message>
        <source>nobody listens on {host}:{port}</source>
        <translation>niemand lauscht auf {host}:{port}</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>dort lauscht niemand</translation>
    </message>
    <message>
        <source>none of them is mounted in the guest</source>
        <translation>keiner davon ist im Gast eingehängt</translation>
    </message>
    <message>
        <source>none yet; the defaults of this computer apply</source>
        <translation>noch keine; es gelten die Vorgaben dieses Computers</translation>
    </message>
    <message>
        <source>none yet; the first start makes it</source>
        <translation>noch keiner; der erste Start legt ihn an</translation>
    </message>
    <message>
        <source>on this system there are {native} and tcg</source>
        <translation>auf diesem System gibt es {native} und tcg</translation>
    </message>
    <message>
        <source>only {free} MiB are free where {place} lies</source>
        <translation>nur {free} MiB sind frei, wo {place} liegt</translation>
    </message>
    <message>
        <source>only {free} MiB of {size} MiB are free</source>
        <translation>nur {free} MiB von {size} MiB sind frei</translation>
    </message>
    <message>
        <source>other users may enter the folder</source>
        <translation>andere Benutzer dürfen in den Ordner</translation>
    </message>
    <message>
        <source>pid {pid}</source>
        <translation>PID {pid}</translation>
    </message>
    <message>
        <source>port {guest_port} of the machine cannot be published</source>
        <translation>Port {guest_port} der Maschine lässt sich nicht veröffentlichen</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>Ports gehen von 1 bis 65535</translation>
    </message>
    <message>
        <source>process {pid}</source>
        <translation>Prozess {pid}</translation>
    </message>
    <message>
        <source>published ports</source>
        <translation>veröffentlichte Ports</translation>
    </message>
    <message>
        <source>qemu-img ended with status {status}</source>
        <translation>qemu-img endete mit Status {status}</translation>
    </message>
    <message>
        <source>runs guest code slower than emulation (not done after {seconds} s)</source>
        <translation>führt Gastcode langsamer aus als die Emulation (nach {seconds} s nicht fertig)</translation>
    </message>
    <message>
        <source>something else answers on its port</source>
        <translation>an ihrem Port antwortet etwas anderes</translation>
    </message>
    <message>
        <source>space in the machine</source>
        <translation>Platz in der Maschine</translation>
    </message>
    <message>
        <source>space on this computer</source>
        <translation>Platz auf diesem Computer</translation>
    </message>
    <message>
        <source>sshfs did not mount it within {mounted_limit} s</source>
        <translation>sshfs hat ihn nicht binnen {mounted_limit} s eingehängt</translation>
    </message>
    <message>
        <source>sshfs ended</source>
        <translation>sshfs wurde beendet</translation>
    </message>
    <message>
        <source>starts and then stops ({words})</source>
        <translation>startet und bleibt dann stehen ({words})</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>Status {status}</translation>
    </message>
    <message>
        <source>that file exists already</source>
        <translation>diese Datei gibt es schon</translation>
    </message>
    <message>
        <source>the accelerator does not work here ({thing})</source>
        <translation>der Beschleuniger geht hier nicht ({thing})</translation>
    </message>
    <message>
        <source>the connection to the machine ended</source>
        <translation>die Verbindung zur Maschine endete</translation>
    </message>
    <message>
        <source>the data disk is damaged</source>
        <translation>der Datenträger ist beschädigt</translation>
    </message>
    <message>
        <source>the data disk is not a disk image</source>
        <translation>der Datenträger ist kein Datenträger-Image</translation>
    </message>
    <message>
        <source>the disk of this computer is full</source>
        <translation>der Datenträger dieses Computers ist voll</translation>
    </message>
    <message>
        <source>the end of its console may say why</source>
        <translation>vielleicht sagt das Ende der Konsole, warum</translation>
    </message>
    <message>
        <source>the folder belongs to another user</source>
        <translation>der Ordner gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>the guest answered with status {status}</source>
        <translation>der Gast antwortete mit Status {status}</translation>
    </message>
    <message>
        <source>the guest does not accept the machine&apos;s key</source>
        <translation>der Gast nimmt den Schlüssel der Maschine nicht an</translation>
    </message>
    <message>
        <source>the guest gets no answer from this computer&apos;s resolver</source>
        <translation>der Gast bekommt vom Resolver dieses Computers keine Antwort</translation>
    </message>
    <message>
        <source>the guest gives no reason</source>
        <translation>der Gast nennt keinen Grund</translation>
    </message>
    <message>
        <source>the guest has said nothing yet</source>
        <translation>der Gast hat noch nichts gesagt</translation>
    </message>
    <message>
        <source>the guest said {output}</source>
        <translation>der Gast sagte {output}</translation>
    </message>
    <message>
        <source>the guest told of {heard}</source>
        <translation>der Gast berichtete von {heard}</translation>
    </message>
    <message>
        <source>the guest&apos;s SSH server does not listen yet</source>
        <translation>der SSH-Server des Gasts lauscht noch nicht</translation>
    </message>
    <message>
        <source>the guest&apos;s clock is {offset} s off</source>
        <translation>die Uhr des Gasts geht um {offset} s falsch</translation>
    </message>
    <message>
        <source>the last stage was {heard}</source>
        <translation>die letzte Stufe war {heard}</translation>
    </message>
    <message>
        <source>the machine has no disk yet; it has never been started</source>
        <translation>die Maschine hat noch keine Platte; sie wurde noch nie gestartet</translation>
    </message>
    <message>
        <source>the machine has {most} open ports already</source>
        <translation>die Maschine hat schon {most} offene Ports</translation>
    </message>
    <message>
        <source>the machine is not running</source>
        <translation>die Maschine läuft nicht</translation>
    </message>
    <message>
        <source>the machine is {state}</source>
        <translation>die Maschine ist {state}</translation>
    </message>
    <message>
        <source>the machine opens ports on IPv4 addresses</source>
        <translation>die Maschine öffnet Ports auf IPv4-Adressen</translation>
    </message>
    <message>
        <source>the machine&apos;s supervisor is running</source>
        <translation>die Aufsicht der Maschine läuft</translation>
    </message>
    <message>
        <source>the path goes up by &apos;..&apos;</source>
        <translation>der Pfad führt mit &apos;..&apos; nach oben</translation>
    </message>
    <message>
        <source>the settings name {program}, which is not a program</source>
        <translation>die Einstellungen nennen {program}, das kein Programm ist</translation>
    </message>
    <message>
        <source>the stage “{stage}” did not end within {limit} s</source>
        <translation>die Stufe „{stage}“ endete nicht binnen {limit} s</translation>
    </message>
    <message>
        <source>the start has not come so far</source>
        <translation>der Start ist noch nicht so weit</translation>
    </message>
    <message>
        <source>there is a file of that name</source>
        <translation>es gibt eine Datei dieses Namens</translation>
    </message>
    <message>
        <source>there is no pkexec</source>
        <translation>es gibt kein pkexec</translation>
    </message>
    <message>
        <source>there is no such file or folder on this computer</source>
        <translation>auf diesem Computer gibt es keine solche Datei und keinen solchen Ordner</translation>
    </message>
    <message>
        <source>there is no {name} on this computer</source>
        <translation>auf diesem Computer gibt es kein {name}</translation>
    </message>
    <message>
        <source>this QEMU cannot share folders by 9p</source>
        <translation>dieses QEMU kann keine Ordner über 9p freigeben</translation>
    </message>
    <message>
        <source>this QEMU was built without its sandbox</source>
        <translation>dieses QEMU wurde ohne seine Sandbox gebaut</translation>
    </message>
    <message>
        <source>this computer has no address {host_ip}</source>
        <translation>dieser Computer hat keine Adresse {host_ip}</translation>
    </message>
    <message>
        <source>this computer has not enough free memory</source>
        <translation>dieser Computer hat zu wenig freien Arbeitsspeicher</translation>
    </message>
    <message>
        <source>this computer has {cpus}</source>
        <translation>dieser Computer hat {cpus}</translation>
    </message>
    <message>
        <source>this computer has {memory} MiB</source>
        <translation>dieser Computer hat {memory} MiB</translation>
    </message>
    <message>
        <source>this user may not listen there</source>
        <translation>dieser Benutzer darf dort nicht lauschen</translation>
    </message>
    <message>
        <source>was not tried</source>
        <translation>wurde nicht versucht</translation>
    </message>
    <message>
        <source>what answers on its port does not know the machine&apos;s key</source>
        <translation>was an ihrem Port antwortet, kennt den Schlüssel der Maschine nicht</translation>
    </message>
    <message>
        <source>what answers there has another key than the machine</source>
        <translation>was dort antwortet, hat einen anderen Schlüssel als die Maschine</translation>
    </message>
    <message>
        <source>what was found is not QEMU; it says {first}</source>
        <translation>was gefunden wurde, ist nicht QEMU; es sagt {first}</translation>
    </message>
    <message>
        <source>{accelerator} cannot run it (internal-error)</source>
        <translation>{accelerator} kann ihn nicht ausführen (internal-error)</translation>
    </message>
    <message>
        <source>{accelerator} did not run it within {limit} s</source>
        <translation>{accelerator} hat ihn nicht binnen {limit} s ausgeführt</translation>
    </message>
    <message>
        <source>{address} answers in {value} ms</source>
        <translation>{address} antwortet in {value} ms</translation>
    </message>
    <message>
        <source>{address} answers {answer}</source>
        <translation>{address} antwortet {answer}</translation>
    </message>
    <message>
        <source>{arguments} does not end</source>
        <translation>{arguments} endet nicht</translation>
    </message>
    <message>
        <source>{available} MiB are free, and the machine may take {wanted} MiB</source>
        <translation>{available} MiB sind frei, und die Maschine darf {wanted} MiB nehmen</translation>
    </message>
    <message>
        <source>{available} MiB free</source>
        <translation>{available} MiB frei</translation>
    </message>
    <message>
        <source>{chosen} holds no {manifest}</source>
        <translation>{chosen} enthält kein {manifest}</translation>
    </message>
    <message>
        <source>{command} ended with status {code}</source>
        <translation>{command} endete mit Status {code}</translation>
    </message>
    <message>
        <source>{command} took longer than {timeout} s</source>
        <translation>{command} dauerte länger als {timeout} s</translation>
    </message>
    <message>
        <source>{cpus} CPUs</source>
        <translation>{cpus} CPUs</translation>
    </message>
    <message>
        <source>{cpus}, {memory} of memory, {disk} of disk</source>
        <translation>{cpus}, {memory} Arbeitsspeicher, {disk} Datenträger</translation>
    </message>
    <message>
        <source>{disk} has not the size that its manifest says</source>
        <translation>{disk} hat nicht die Größe, die ihr Manifest nennt</translation>
    </message>
    <message>
        <source>{done} wrong entries are left</source>
        <translation>{done} falsche Einträge sind übrig</translation>
    </message>
    <message>
        <source>{error}. The machine is back at {version}, with all its data</source>
        <translation>{error}. Die Maschine ist zurück bei {version}, mit allen Daten</translation>
    </message>
    <message>
        <source>{forwards} open</source>
        <translation>{forwards} offen</translation>
    </message>
    <message>
        <source>{found} of its tables&apos; entries are wrong</source>
        <translation>{found} Einträge seiner Tabellen sind falsch</translation>
    </message>
    <message>
        <source>{found} parts of {path} could not be read</source>
        <translation>{found} Teile von {path} waren nicht lesbar</translation>
    </message>
    <message>
        <source>{freed} MiB of disk went back to this computer.</source>
        <translation>{freed} MiB Speicherplatz gingen an diesen Computer zurück.</translation>
    </message>
    <message>
        <source>{free} MiB free where {place} lies</source>
        <translation>{free} MiB frei, wo {place} liegt</translation>
    </message>
    <message>
        <source>{free} MiB of {size} MiB free</source>
        <translation>{free} MiB von {size} MiB frei</translation>
    </message>
    <message>
        <source>{home} does not exist yet</source>
        <translation>{home} gibt es noch nicht</translation>
    </message>
    <message>
        <source>{home}, open to this user only</source>
        <translation>{home}, nur für diesen Benutzer offen</translation>
    </message>
    <message>
        <source>{idle_stop} is less than nothing</source>
        <translation>{idle_stop} ist weniger als nichts</translation>
    </message>
    <message>
        <source>{manifest} does not list {name}</source>
        <translation>{manifest} führt {name} nicht auf</translation>
    </message>
    <message>
        <source>{manifest} is not its first file</source>
        <translation>{manifest} ist nicht seine erste Datei</translation>
    </message>
    <message>
        <source>{manifest} names {name}</source>
        <translation>{manifest} nennt {name}</translation>
    </message>
    <message>
        <source>{name} after {seconds} s</source>
        <translation>{name} nach {seconds} s</translation>
    </message>
    <message>
        <source>{name} claims to have {size} bytes</source>
        <translation>{name} gibt an, {size} Bytes zu haben</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, not {size2}</source>
        <translation>{name} hat {size} Bytes, nicht {size2}</translation>
    </message>
    <message>
        <source>{name} is damaged: its SHA-256 is not that of its manifest</source>
        <translation>{name} ist beschädigt: der SHA-256 ist nicht der des Manifests</translation>
    </message>
    <message>
        <source>{name} is not the file that was built (its SHA-256 is {found})</source>
        <translation>{name} ist nicht die gebaute Datei (ihr SHA-256 ist {found})</translation>
    </message>
    <message>
        <source>{name} is not where it has to be</source>
        <translation>{name} ist nicht dort, wo es sein muss</translation>
    </message>
    <message>
        <source>{part} does not say on which address</source>
        <translation>{part} sagt nicht, auf welcher Adresse</translation>
    </message>
    <message>
        <source>{path} belongs to another user</source>
        <translation>{path} gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} gibt es nicht</translation>
    </message>
    <message>
        <source>{path} exists</source>
        <translation>{path} gibt es schon</translation>
    </message>
    <message>
        <source>{path} is open to others ({mode})</source>
        <translation>{path} ist für andere offen ({mode})</translation>
    </message>
    <message>
        <source>{pid} (pid {pid2})</source>
        <translation>{pid} (PID {pid2})</translation>
    </message>
    <message>
        <source>{port} is not a port</source>
        <translation>{port} ist kein Port</translation>
    </message>
    <message>
        <source>{program} is QEMU {text}, and a machine needs {least_version}.{least_version2}</source>
        <translation>{program} ist QEMU {text}, und eine Maschine braucht {least_version}.{least_version2}</translation>
    </message>
    <message>
        <source>{real} is not a folder</source>
        <translation>{real} ist kein Ordner</translation>
    </message>
    <message>
        <source>{shares} through {transport}</source>
        <translation>{shares} über {transport}</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} Bytes</translation>
    </message>
    <message>
        <source>{size}, takes {on_host} MiB of this computer</source>
        <translation>{size}, belegt {on_host} MiB dieses Computers</translation>
    </message>
    <message>
        <source>{state} cannot be read</source>
        <translation>{state} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{text} is no address</source>
        <translation>{text} ist keine Adresse</translation>
    </message>
    <message>
        <source>{version} with engine {engine}, {size} MiB, as it was built</source>
        <translation>{version} mit Engine {engine}, {size} MiB, wie gebaut</translation>
    </message>
    <message>
        <source>{wanted} is not shared with the machine</source>
        <translation>{wanted} ist für die Maschine nicht freigegeben</translation>
    </message>
    <message>
        <source>Resuming the machine</source>
        <translation>Maschine wird fortgesetzt</translation>
    </message>
    <message>
        <source>Cannot resume the machine</source>
        <translation>Die Maschine lässt sich nicht fortsetzen</translation>
    </message>
    <message>
        <source>Cannot change the engine&apos;s settings</source>
        <translation>Die Einstellungen der Engine lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registries</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine.</source>
        <translation>Gilt ab dem nächsten Start der Maschine.</translation>
    </message>
    <message>
        <source>Proxy for http</source>
        <translation>Proxy für http</translation>
    </message>
    <message>
        <source>The machine pulls images through it. Empty follows this computer.</source>
        <translation>Die Maschine lädt Images darüber herunter. Leer richtet sie sich nach diesem Computer.</translation>
    </message>
    <message>
        <source>Proxy for https</source>
        <translation>Proxy für https</translation>
    </message>
    <message>
        <source>Empty follows this computer, or is the one for http.</source>
        <translation>Leer gilt, was dieser Computer vorgibt, oder der Proxy für http.</translation>
    </message>
    <message>
        <source>Reached without proxy</source>
        <translation>Ohne Proxy erreicht</translation>
    </message>
    <message>
        <source>Names, domains and ranges, with commas between them.</source>
        <translation>Namen, Domains und Bereiche, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Mirrors of Docker Hub</source>
        <translation>Spiegel von Docker Hub</translation>
    </message>
    <message>
        <source>Asked first, in this order.</source>
        <translation>Werden zuerst gefragt, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Registries without TLS</source>
        <translation>Registries ohne TLS</translation>
    </message>
    <message>
        <source>What goes to and from them can be read and changed on its way.</source>
        <translation>Was hin und her geht, kann unterwegs gelesen und verändert werden.</translation>
    </message>
    <message>
        <source>Certificates of registries</source>
        <translation>Zertifikate von Registries</translation>
    </message>
    <message>
        <source>A shared folder in which HOST:PORT/ca.crt is the certificate authority of a registry.</source>
        <translation>Ein freigegebener Ordner, in dem HOST:PORT/ca.crt die Zertifizierungsstelle einer Registry ist.</translation>
    </message>
    <message>
        <source>Open the machine&apos;s resources</source>
        <translation>Ressourcen der Maschine öffnen</translation>
    </message>
    <message>
        <source>CPUs, memory, disk and sleep when idle are on the Machine page.</source>
        <translation>CPUs, Arbeitsspeicher, Datenträger und Schlaf bei Leerlauf stehen auf der Seite Maschine.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Restart the machine…</source>
        <translation>Maschine neu starten…</translation>
    </message>
    <message>
        <source>Settings that wait</source>
        <translation>Wartende Einstellungen</translation>
    </message>
    <message>
        <source>The machine has been running since before they were changed.</source>
        <translation>Die Maschine läuft seit der Zeit vor der Änderung.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine</source>
        <translation>Gilt ab dem nächsten Start der Maschine</translation>
    </message>
    <message>
        <source>Changing the engine&apos;s settings</source>
        <translation>Einstellungen der Engine werden geändert</translation>
    </message>
    <message>
        <source>{engine} answers at {address}</source>
        <translation>{engine} antwortet unter {address}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>It does not answer at {address}</source>
        <translation>Sie antwortet nicht unter {address}</translation>
    </message>
    <message>
        <source>Start it: {command}</source>
        <translation>Starten mit: {command}</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>You may use the engine without a password</source>
        <translation>Die Engine ist ohne Kennwort benutzbar</translation>
    </message>
    <message>
        <source>This user may not use {address}</source>
        <translation>Dieser Benutzer darf {address} nicht verwenden</translation>
    </message>
    <message>
        <source>Join its group, then log in again: {command}</source>
        <translation>Der Gruppe beitreten und neu anmelden: {command}</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{size} frei in {folder}</translation>
    </message>
    <message>
        <source>Make room there, or give the engine another folder: data-root in {file}</source>
        <translation>Dort Platz schaffen oder der Engine einen anderen Ordner geben: data-root in {file}</translation>
    </message>
    <message>
        <source>{size} in this computer</source>
        <translation>{size} in diesem Computer</translation>
    </message>
    <message>
        <source>Run few containers at a time, and limit their memory.</source>
        <translation>Wenige Container gleichzeitig ausführen und ihren Speicher begrenzen.</translation>
    </message>
    <message>
        <source>Warnings of the engine</source>
        <translation>Warnungen der Engine</translation>
    </message>
    <message>
        <source>It has none</source>
        <translation>Sie hat keine</translation>
    </message>
    <message>
        <source>Containers run all the same.</source>
        <translation>Container laufen trotzdem.</translation>
    </message>
    <message>
        <source>Docker command</source>
        <translation>docker-Befehl</translation>
    </message>
    <message>
        <source>It is not installed; the davit command does the same</source>
        <translation>Er ist nicht installiert; der Befehl davit leistet dasselbe</translation>
    </message>
    <message>
        <source>It leads to this engine</source>
        <translation>Er führt zu dieser Engine</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgendwohin</translation>
    </message>
    <message>
        <source>It leads to {address}</source>
        <translation>Er führt zu {address}</translation>
    </message>
    <message>
        <source>DOCKER_HOST says so. Unset it, then let docker use this engine.</source>
        <translation>DOCKER_HOST legt das fest. Die Variable entfernen, dann docker diese Engine verwenden lassen.</translation>
    </message>
    <message>
        <source>Let it use this engine with the button below, or leave it as it is.</source>
        <translation>Mit der Schaltfläche unten diese Engine verwenden lassen oder alles so belassen.</translation>
    </message>
    <message>
        <source>Folder of its data</source>
        <translation>Ordner ihrer Daten</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Control Groups</translation>
    </message>
    <message>
        <source>To change them</source>
        <translation>So werden sie geändert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}. Containers go on meanwhile. Certificates of registries belong into {folder}.</source>
        <translation>{file} als root bearbeiten, dann die Engine neu starten: {command}. Container laufen währenddessen weiter. Zertifikate von Registries gehören nach {folder}.</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}.</source>
        <translation>{file} als root bearbeiten, dann die Engine neu starten: {command}.</translation>
    </message>
    <message>
        <source>This engine&apos;s own documentation tells how.</source>
        <translation>Wie, sagt die eigene Dokumentation dieser Engine.</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} herunterladen</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <source>Download {name} as tar</source>
        <translation>{name} als tar herunterladen</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>{name} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Cannot download {name}</source>
        <translation>{name} lässt sich nicht herunterladen</translation>
    </message>
    <message>
        <source>Downloaded {name}</source>
        <translation>{name} heruntergeladen</translation>
    </message>
    <message>
        <source>Upload to {path}</source>
        <translation>Hochladen nach {path}</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Dateien ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s) in {path}?</source>
        <translation>
            <numerusform>%n Datei in {path} ersetzen?</numerusform>
            <numerusform>%n Dateien in {path} ersetzen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading {name}</source>
        <translation>{name} wird hochgeladen</translation>
    </message>
    <message>
        <source>Cannot upload {name}</source>
        <translation>{name} lässt sich nicht hochladen</translation>
    </message>
    <message>
        <source>Uploaded {name} to {path}</source>
        <translation>{name} nach {path} hochgeladen</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>{name} wird angelegt</translation>
    </message>
    <message>
        <source>Cannot make {name}</source>
        <translation>{name} lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Name of the new folder in {path}</source>
        <translation>Name des neuen Ordners in {path}</translation>
    </message>
    <message>
        <source>Name of the new file in {path}</source>
        <translation>Name der neuen Datei in {path}</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>New name of {name}</source>
        <translation>Neuer Name von {name}</translation>
    </message>
    <message>
        <source>Delete {path}?</source>
        <translation>{path} löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)?</source>
        <translation>
            <numerusform>%n Datei löschen?</numerusform>
            <numerusform>%n Dateien löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are deleted with all they hold.</source>
        <translation>Ordner werden mit ihrem ganzen Inhalt gelöscht.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>Dateien löschen</translation>
    </message>
    <message>
        <source>Cannot use the name {name}</source>
        <translation>Der Name {name} ist nicht verwendbar</translation>
    </message>
    <message>
        <source>A name is a single one, without a slash</source>
        <translation>Ein Name ist ein einzelner, ohne Schrägstrich</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} und %n weiterer</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hides</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Verschwendet</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Hides {bytes} of lower layers</source>
        <translation>Verdeckt {bytes} unterer Schichten</translation>
    </message>
    <message>
        <source>{bytes} of this layer are hidden by higher ones</source>
        <translation>{bytes} dieser Schicht werden von höheren verdeckt</translation>
    </message>
    <message>
        <source>Cannot read {path}</source>
        <translation>{path} ist nicht lesbar</translation>
    </message>
    <message>
        <source>Back to the files (Esc)</source>
        <translation>Zurück zu den Dateien (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Neu lesen (F5)</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>Search this file  (Ctrl+F)</source>
        <translation>In dieser Datei suchen  (Strg+F)</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Save or discard them.</source>
        <translation>Es gibt nicht gespeicherte Änderungen. Diese speichern oder verwerfen.</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>the first {size} as hex</source>
        <translation>die ersten {size} hexadezimal</translation>
    </message>
    <message>
        <source>Cannot save {path}</source>
        <translation>{path} lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>It has characters that {encoding} cannot hold</source>
        <translation>Sie hat Zeichen, die {encoding} nicht darstellen kann</translation>
    </message>
    <message>
        <source>It is larger than {size}</source>
        <translation>Sie ist größer als {size}</translation>
    </message>
    <message>
        <source>Saving {path}</source>
        <translation>{path} wird gespeichert</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Save again to replace it, or discard your changes to see it.</source>
        <translation>Die Datei hat sich seit dem Lesen geändert. Erneut speichern, um sie zu ersetzen, oder die eigenen Änderungen verwerfen, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Only the first {size} are shown.</source>
        <translation>Nur die ersten {size} werden gezeigt.</translation>
    </message>
    <message>
        <source>Go to a path, such as /etc</source>
        <translation>Zu einem Pfad gehen, etwa /etc</translation>
    </message>
    <message>
        <source>Path to go to</source>
        <translation>Zielpfad</translation>
    </message>
    <message>
        <source>Filter  (Ctrl+F)</source>
        <translation>Filtern  (Strg+F)</translation>
    </message>
    <message>
        <source>Filter the files that are open</source>
        <translation>Die geöffneten Dateien filtern</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>Hochladen…</translation>
    </message>
    <message>
        <source>Upload files into the selected folder; or drop them on it</source>
        <translation>Dateien in den ausgewählten Ordner hochladen; oder sie darauf ablegen</translation>
    </message>
    <message>
        <source>This engine cannot list files</source>
        <translation>Diese Engine kann keine Dateien auflisten</translation>
    </message>
    <message>
        <source>Only Davit&apos;s own engine can. Others copy them out as a whole.</source>
        <translation>Das kann nur die Engine von Davit. Andere kopieren sie nur im Ganzen heraus.</translation>
    </message>
    <message>
        <source>Cannot go to {path}</source>
        <translation>{path} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>Es gibt keine solche Datei und keinen solchen Ordner</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n file(s)</source>
        <translation>
            <numerusform>Der Filter verbirgt %n Datei</numerusform>
            <numerusform>Der Filter verbirgt %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>It looks through the folders that are open.</source>
        <translation>Er durchsucht die aufgeklappten Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n path(s)</source>
        <translation>
            <numerusform>%n Pfad kopiert</numerusform>
            <numerusform>%n Pfade kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Download as tar…</source>
        <translation>Als tar herunterladen…</translation>
    </message>
    <message>
        <source>Upload here…</source>
        <translation>Hierher hochladen…</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Neue Datei…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Show more of this folder…</source>
        <translation>Mehr aus diesem Ordner zeigen…</translation>
    </message>
    <message>
        <source>Empty folder</source>
        <translation>Leerer Ordner</translation>
    </message>
    <message>
        <source>Volume {name}</source>
        <translation>Volume {name}</translation>
    </message>
    <message>
        <source>Folder of the host: {path}</source>
        <translation>Ordner des Hosts: {path}</translation>
    </message>
    <message>
        <source>In memory (tmpfs)</source>
        <translation>Im Arbeitsspeicher (tmpfs)</translation>
    </message>
    <message>
        <source>Mount of kind {kind}</source>
        <translation>Mount der Art {kind}</translation>
    </message>
    <message>
        <source>{mount}, read-only</source>
        <translation>{mount}, schreibgeschützt</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Deleted since the image</source>
        <translation>Seit dem Image gelöscht</translation>
    </message>
    <message>
        <source>Filter by name, image, state, port, label  (Ctrl+F)</source>
        <translation>Nach Name, Image, Zustand, Port, Label filtern  (Strg+F)</translation>
    </message>
    <message>
        <source>Filter containers</source>
        <translation>Container filtern</translation>
    </message>
    <message>
        <source>Show containers: {which}</source>
        <translation>Container zeigen: {which}</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Creating the container</source>
        <translation>Container wird erstellt</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>Er wird gestartet</translation>
    </message>
    <message>
        <source>Waiting for its page</source>
        <translation>Warten auf seine Seite</translation>
    </message>
    <message>
        <source>The container runs, but {address} does not answer</source>
        <translation>Der Container läuft, aber {address} antwortet nicht</translation>
    </message>
    <message>
        <source>This engine does not hold {image}, which comes with Davit&apos;s own engine</source>
        <translation>Diese Engine hat {image} nicht, das mit Davits eigener Engine kommt</translation>
    </message>
    <message>
        <source>Running your first container</source>
        <translation>Ihr erster Container wird ausgeführt</translation>
    </message>
    <message>
        <source>Cannot run your first container</source>
        <translation>Ihr erster Container lässt sich nicht ausführen</translation>
    </message>
    <message>
        <source>No containers yet</source>
        <translation>Noch keine Container</translation>
    </message>
    <message>
        <source>A container is a program with all it needs, apart from the rest of your computer. This one is a small web page that came with Davit: it needs no network.</source>
        <translation>Ein Container ist ein Programm mit allem, was es braucht, getrennt vom Rest des Computers. Dieser ist eine kleine Webseite, die mit Davit kommt: Sie braucht kein Netzwerk.</translation>
    </message>
    <message>
        <source>Run your first container</source>
        <translation>Ersten Container ausführen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>cached</source>
        <comment>a step of a build</comment>
        <translation>im Cache</translation>
    </message>
    <message>
        <source>Back to the builds (Alt+Left)</source>
        <translation>Zurück zu den Builds (Alt+Links)</translation>
    </message>
    <message>
        <source>Cancel build</source>
        <translation>Build abbrechen</translation>
    </message>
    <message>
        <source>Build again…</source>
        <translation>Erneut bauen…</translation>
    </message>
    <message>
        <source>Show image</source>
        <translation>Image zeigen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Show what all steps print</source>
        <translation>Zeigen, was alle Schritte ausgeben</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>Show line {line} of the Dockerfile</source>
        <translation>Zeile {line} des Dockerfiles zeigen</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Zeile {line}: {problem}</translation>
    </message>
    <message>
        <source>Dockerfile ({count})</source>
        <translation>Dockerfile ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>stage {name}</source>
        <translation>Stufe {name}</translation>
    </message>
    <message>
        <source>{size} received</source>
        <translation>{size} empfangen</translation>
    </message>
    <message>
        <source>{over} of {all} steps</source>
        <translation>{over} von {all} Schritten</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Nur {name}</translation>
    </message>
    <message>
        <source>{words}. Show what all steps print</source>
        <translation>{words}. Zeigen, was alle Schritte ausgeben</translation>
    </message>
    <message>
        <source>(nothing is told)</source>
        <translation>(keine Angabe)</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>keine Dateien</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <comment>a length of time</comment>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Erstellt aus</translation>
    </message>
    <message>
        <source>Back to the images (Alt+Left)</source>
        <translation>Zurück zu den Images (Alt+Left)</translation>
    </message>
    <message>
        <source>Pull the update</source>
        <translation>Aktualisierung herunterladen</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>Hochladen…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Containers made from this image</source>
        <translation>Container aus diesem Image</translation>
    </message>
    <message>
        <source>No container is made from this image</source>
        <translation>Kein Container ist aus diesem Image erstellt</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>auch {names}</translation>
    </message>
    <message>
        <source>Used by {who}</source>
        <translation>Verwendet von {who}</translation>
    </message>
    <message>
        <source>Used by ({count})</source>
        <translation>Verwendet von ({count})</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>Das Image ist nicht lesbar</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Tag vergeben…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Nach Aktualisierungen suchen</translation>
    </message>
    <message>
        <source>Delete a name</source>
        <translation>Einen Namen löschen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a layer</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>In layer</source>
        <translation>In Schicht</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>deleted by layer {number}</source>
        <translation>gelöscht durch Schicht {number}</translation>
    </message>
    <message>
        <source>replaced by layer {number}</source>
        <translation>ersetzt durch Schicht {number}</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {removed} removed</source>
        <translation>{added} hinzugefügt, {changed} geändert, {removed} entfernt</translation>
    </message>
    <message>
        <source>Find files  (Ctrl+F)</source>
        <translation>Dateien suchen  (Strg+F)</translation>
    </message>
    <message>
        <source>Find files of this layer</source>
        <translation>Dateien dieser Schicht suchen</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Zeigen: {what}</translation>
    </message>
    <message>
        <source>Files of the layer</source>
        <translation>Dateien der Schicht</translation>
    </message>
    <message>
        <source>Wasted files of all layers</source>
        <translation>Verschwendete Dateien aller Schichten</translation>
    </message>
    <message>
        <source>Cannot read the layers</source>
        <translation>Die Schichten sind nicht lesbar</translation>
    </message>
    <message>
        <source>This engine does not tell the files of layers</source>
        <translation>Diese Engine nennt die Dateien der Schichten nicht</translation>
    </message>
    <message>
        <source>Davit&apos;s own engine does. The History tab shows the steps and their sizes.</source>
        <translation>Die Engine von Davit tut es. Der Reiter Verlauf zeigt die Schritte und ihre Größen.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer ended too early.</source>
        <translation>Die Antwort der Engine endete zu früh.</translation>
    </message>
    <message>
        <source>{wasted} of {size} wasted ({part})</source>
        <translation>{wasted} von {size} verschwendet ({part})</translation>
    </message>
    <message>
        <source>Nothing wasted: every file of the layers is seen</source>
        <translation>Nichts verschwendet: Jede Datei der Schichten ist sichtbar</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, sums are of all</source>
        <translation>
            <numerusform>%n Zeile ausgelassen, Summen gelten für alle</numerusform>
            <numerusform>%n Zeilen ausgelassen, Summen gelten für alle</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wasted</source>
        <translation>Nichts ist verschwendet</translation>
    </message>
    <message>
        <source>No file of this layer matches</source>
        <translation>Keine Datei dieser Schicht passt</translation>
    </message>
    <message>
        <source>This layer has no files</source>
        <translation>Diese Schicht hat keine Dateien</translation>
    </message>
    <message>
        <source>{names}, update available</source>
        <translation>{names}, Aktualisierung verfügbar</translation>
    </message>
    <message>
        <source>Dangling: no name leads to this image</source>
        <translation>Verwaist: Kein Name führt zu diesem Image</translation>
    </message>
    <message>
        <source>{name}: update available</source>
        <translation>{name}: Aktualisierung verfügbar</translation>
    </message>
    <message>
        <source>No answer about updates: {why}</source>
        <translation>Keine Antwort zu Aktualisierungen: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n Container</numerusform>
            <numerusform>%n Container</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing shared with other images</source>
        <translation>nichts mit anderen Images geteilt</translation>
    </message>
    <message>
        <source>{unique} of its own, {shared} shared with other images</source>
        <translation>{unique} eigene, {shared} mit anderen Images geteilt</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>a newer image is there: click to pull it</comment>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Tag an image</source>
        <translation>Image mit einem Tag versehen</translation>
    </message>
    <message>
        <source>Another name for {name} ({id})</source>
        <translation>Ein weiterer Name für {name} ({id})</translation>
    </message>
    <message>
        <source>name:tag, or registry.example.com/name:tag</source>
        <translation>Name:Tag oder registry.example.com/Name:Tag</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Tag image</source>
        <translation>Tag vergeben</translation>
    </message>
    <message>
        <source>Import as image</source>
        <translation>Als Image importieren</translation>
    </message>
    <message>
        <source>The files in {file} become an image with one layer.</source>
        <translation>Die Dateien in {file} werden ein Image mit einer Schicht.</translation>
    </message>
    <message>
        <source>Import image</source>
        <translation>Image importieren</translation>
    </message>
    <message>
        <source>What its containers run. It may stay empty.</source>
        <translation>Was seine Container ausführen. Darf leer bleiben.</translation>
    </message>
    <message>
        <source>Another image has this name and would lose it</source>
        <translation>Ein anderes Image hat diesen Namen und würde ihn verlieren</translation>
    </message>
    <message>
        <source>A quote in the command is not closed</source>
        <translation>Ein Anführungszeichen im Befehl ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Prune unused images</source>
        <translation>Ungenutzte Images aufräumen</translation>
    </message>
    <message>
        <source>Dangling only ({count})</source>
        <translation>Nur verwaiste ({count})</translation>
    </message>
    <message>
        <source>All unused ({count})</source>
        <translation>Alle ungenutzten ({count})</translation>
    </message>
    <message>
        <source>Images to delete</source>
        <translation>Zu löschende Images</translation>
    </message>
    <message>
        <source>There is nothing to delete</source>
        <translation>Es gibt nichts zu löschen</translation>
    </message>
    <message>
        <source>{bytes} come free on the disk</source>
        <translation>{bytes} werden auf der Festplatte frei</translation>
    </message>
    <message>
        <source>Up to {bytes} come free on the disk</source>
        <translation>Bis zu {bytes} werden auf der Festplatte frei</translation>
    </message>
    <message>
        <source>No container uses them. What they share with images that stay is kept.</source>
        <translation>Kein Container verwendet sie. Was sie mit bleibenden Images teilen, bleibt erhalten.</translation>
    </message>
    <message>
        <source>No name leads to them and no container uses them.</source>
        <translation>Kein Name führt zu ihnen und kein Container verwendet sie.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)</source>
        <translation>
            <numerusform>%n Image löschen</numerusform>
            <numerusform>%n Images löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s)</source>
        <translation>
            <numerusform>%n Image gelöscht</numerusform>
            <numerusform>%n Images gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the name {name}</source>
        <translation>Der Name {name} wird gelöscht</translation>
    </message>
    <message>
        <source>Cannot delete the name {name}</source>
        <translation>Der Name {name} lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>Deleted the name {name}</source>
        <translation>Name {name} gelöscht</translation>
    </message>
    <message>
        <source>Cannot tell what is unused</source>
        <translation>Was ungenutzt ist, lässt sich nicht feststellen</translation>
    </message>
    <message>
        <source>What is unused has changed: please look again</source>
        <translation>Was ungenutzt ist, hat sich geändert: bitte noch einmal ansehen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s): {bytes} came free</source>
        <translation>
            <numerusform>%n Image gelöscht: {bytes} wurden frei</numerusform>
            <numerusform>%n Images gelöscht: {bytes} wurden frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting unused images</source>
        <translation>Ungenutzte Images werden gelöscht</translation>
    </message>
    <message>
        <source>Cannot delete unused images</source>
        <translation>Ungenutzte Images lassen sich nicht löschen</translation>
    </message>
    <message>
        <source>Pulling {name}</source>
        <translation>{name} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Cannot pull {name}</source>
        <translation>{name} lässt sich nicht herunterladen</translation>
    </message>
    <message>
        <source>Pulled {name}</source>
        <translation>{name} heruntergeladen</translation>
    </message>
    <message>
        <source>Pushed {name}</source>
        <translation>{name} hochgeladen</translation>
    </message>
    <message>
        <source>None of these images came from a registry</source>
        <translation>Keines dieser Images kam aus einer Registry</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n image(s) for updates</source>
        <translation>
            <numerusform>%n Image wird auf Aktualisierungen geprüft</numerusform>
            <numerusform>%n Images werden auf Aktualisierungen geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot check for updates</source>
        <translation>Suche nach Aktualisierungen nicht möglich</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) available</source>
        <translation>
            <numerusform>%n Aktualisierung verfügbar</numerusform>
            <numerusform>%n Aktualisierungen verfügbar</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>Keine Aktualisierungen</translation>
    </message>
    <message numerus="yes">
        <source>{updates}; no answer about %n image(s)</source>
        <translation>
            <numerusform>{updates}; keine Antwort zu %n Image</numerusform>
            <numerusform>{updates}; keine Antwort zu %n Images</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging {name}</source>
        <translation>{name} wird als Tag vergeben</translation>
    </message>
    <message>
        <source>Cannot give {image} the name {name}</source>
        <translation>{image} kann den Namen {name} nicht erhalten</translation>
    </message>
    <message>
        <source>Tagged {name}</source>
        <translation>Tag {name} vergeben</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>%n Image speichern</numerusform>
            <numerusform>%n Images speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Image archives (*.tar)</source>
        <translation>Image-Archive (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Image</numerusform>
            <numerusform>%n Images</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} written</source>
        <translation>{bytes} geschrieben</translation>
    </message>
    <message>
        <source>Saving {what}</source>
        <translation>{what} wird gespeichert</translation>
    </message>
    <message>
        <source>Cannot save {what}</source>
        <translation>{what} lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Saved {what}: {bytes}</source>
        <translation>{what} gespeichert: {bytes}</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>Images laden</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst)</source>
        <translation>Image-Archive (*.tar *.tar.gz *.tgz *.tar.zst)</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <comment>bytes</comment>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Loaded {name}</source>
        <translation>{name} geladen</translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n image(s)</source>
        <translation>
            <numerusform>%n Image geladen</numerusform>
            <numerusform>%n Images geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>{file} wird geladen</translation>
    </message>
    <message>
        <source>Cannot load {file}</source>
        <translation>{file} lässt sich nicht laden</translation>
    </message>
    <message>
        <source>Import files as image</source>
        <translation>Dateien als Image importieren</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>{file} wird importiert</translation>
    </message>
    <message>
        <source>Imported {name}</source>
        <translation>{name} importiert</translation>
    </message>
    <message>
        <source>Only what docker save, davit save or another image tool wrote is loaded.</source>
        <translation>Geladen wird nur, was docker save, davit save oder ein anderes Image-Werkzeug geschrieben hat.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Ungenutzt</translation>
    </message>
    <message>
        <source>Dangling</source>
        <translation>Verwaist</translation>
    </message>
    <message>
        <source>Load, check for updates…</source>
        <translation>Laden, nach Aktualisierungen suchen…</translation>
    </message>
    <message>
        <source>Prune unused…</source>
        <translation>Ungenutzte aufräumen…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Noch keine Images</translation>
    </message>
    <message>
        <source>An image is what containers are made from. Images come from a registry, are built, or are loaded from a file: drop one here.</source>
        <translation>Aus einem Image werden Container erstellt. Images kommen aus einer Registry, werden gebaut oder aus einer Datei geladen: hier ablegen.</translation>
    </message>
    <message>
        <source>Pull an image</source>
        <translation>Image herunterladen</translation>
    </message>
    <message>
        <source>Filter by name, id or container  (Ctrl+F)</source>
        <translation>Nach Name, ID oder Container filtern  (Strg+F)</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>Images filtern</translation>
    </message>
    <message>
        <source>Show images: {which}</source>
        <translation>Images zeigen: {which}</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Check once whenever Davit shows this page</source>
        <translation>Einmal prüfen, wenn Davit diese Seite zeigt</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n image(s)</source>
        <translation>
            <numerusform>Der Filter verbirgt %n Image</numerusform>
            <numerusform>Der Filter verbirgt %n Images</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} on the disk</source>
        <translation>{bytes} auf der Festplatte</translation>
    </message>
    <message numerus="yes">
        <source>%n unused</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n ungenutzt</numerusform>
            <numerusform>%n ungenutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open container</source>
        <translation>Container öffnen</translation>
    </message>
    <message>
        <source>Show the image</source>
        <translation>Das Image zeigen</translation>
    </message>
    <message>
        <source>Show the network</source>
        <translation>Das Netzwerk zeigen</translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation>Das Volume zeigen</translation>
    </message>
    <message>
        <source>Browse the files</source>
        <translation>Die Dateien durchsuchen</translation>
    </message>
    <message>
        <source>Inspect, as sections</source>
        <translation>Untersuchen, in Abschnitten</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Inspect, as JSON</source>
        <translation>Untersuchen, als JSON</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Search  (Ctrl+F)</source>
        <translation>Suchen  (Strg+F)</translation>
    </message>
    <message>
        <source>Search the inspect document</source>
        <translation>Im Inspect-Dokument suchen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Reveal secrets</source>
        <translation>Geheimnisse aufdecken</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Cover secrets</source>
        <translation>Geheimnisse verdecken</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>Namen und Wert kopieren</translation>
    </message>
    <message>
        <source>Reveal or cover</source>
        <translation>Aufdecken oder verdecken</translation>
    </message>
    <message>
        <source>Fold or unfold (Alt+Return)</source>
        <translation>Ein- oder ausklappen (Alt+Return)</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n layer(s)</source>
        <translation>
            <numerusform>{done} von %n Schicht</numerusform>
            <numerusform>{done} von %n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>{layers}, {done} of {total}</source>
        <comment>bytes</comment>
        <translation>{layers}, {done} von {total}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n row(s)</source>
        <translation>
            <numerusform>Der Filter verbirgt %n Zeile</numerusform>
            <numerusform>Der Filter verbirgt %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Position in the log</source>
        <translation>Position im Protokoll</translation>
    </message>
    <message>
        <source>Position in the lines</source>
        <translation>Position in den Zeilen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Keine Zeiten</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Full date and time (UTC)</source>
        <translation>Datum und Uhrzeit vollständig (UTC)</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Wie lange her</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
    <message>
        <source>Debugging</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Lines without a level</source>
        <translation>Zeilen ohne Stufe</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Standardfehlerausgabe</translation>
    </message>
    <message>
        <source>Containers and streams</source>
        <translation>Container und Streams</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>Im Protokoll suchen (Strg+F)</translation>
    </message>
    <message>
        <source>“disk AND NOT full” finds lines that have the one and not the other; “AND NOT debug” finds all but some.</source>
        <translation>„disk AND NOT full“ findet Zeilen mit dem einen und ohne das andere; „AND NOT debug“ findet alle außer manchen.</translation>
    </message>
    <message>
        <source>Matching lines</source>
        <translation>Passende Zeilen</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter, Shift+F3)</source>
        <translation>Voriger Treffer (Shift+Enter, Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (Enter, F3)</source>
        <translation>Nächster Treffer (Enter, F3)</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Show only lines that match</source>
        <translation>Nur passende Zeilen zeigen</translation>
    </message>
    <message>
        <source>Lines shown around each match</source>
        <translation>Zeilen um jeden Treffer</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Only lines from some time</source>
        <translation>Nur Zeilen ab einer Zeit</translation>
    </message>
    <message>
        <source>Spread lines of JSON</source>
        <translation>JSON-Zeilen auffächern</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Times before the lines</source>
        <translation>Zeiten vor den Zeilen</translation>
    </message>
    <message>
        <source>Follow: stay at the newest line</source>
        <translation>Folgen: bei der neuesten Zeile bleiben</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>Ansicht leeren</translation>
    </message>
    <message>
        <source>Copy the selection, or everything shown</source>
        <translation>Auswahl oder alles Gezeigte kopieren</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>In eine Datei speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>%n Zeile davor und danach</numerusform>
            <numerusform>%n Zeilen davor und danach</numerusform>
        </translation>
    </message>
    <message>
        <source>Matching lines only</source>
        <translation>Nur passende Zeilen</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Als Text speichern…</translation>
    </message>
    <message>
        <source>Save with times…</source>
        <translation>Mit Zeiten speichern…</translation>
    </message>
    <message>
        <source>Save with times and colour codes…</source>
        <translation>Mit Zeiten und Farbcodes speichern…</translation>
    </message>
    <message>
        <source>Save exactly as written, with colour codes…</source>
        <translation>Genau wie geschrieben speichern, mit Farbcodes…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>Alle Container</translation>
    </message>
    <message>
        <source>No container</source>
        <translation>Kein Container</translation>
    </message>
    <message>
        <source>No stream</source>
        <translation>Kein Stream</translation>
    </message>
    <message>
        <source>{count} of {all} containers</source>
        <translation>{count} von {all} Containern</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) hidden</source>
        <translation>
            <numerusform>⋯ %n Zeile verborgen</numerusform>
            <numerusform>⋯ %n Zeilen verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>… {size} more. Show all</source>
        <translation>… {size} mehr. Alles zeigen</translation>
    </message>
    <message>
        <source>… {size} more. Show {part} of it</source>
        <translation>… {size} mehr. {part} davon zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of {name} may be missing here</source>
        <translation>Hier können Zeilen von {name} fehlen</translation>
    </message>
    <message>
        <source>Lines may be missing here</source>
        <translation>Hier können Zeilen fehlen</translation>
    </message>
    <message>
        <source>{name} started {when}</source>
        <translation>{name} gestartet {when}</translation>
    </message>
    <message>
        <source>Started {when}</source>
        <translation>Gestartet {when}</translation>
    </message>
    <message>
        <source>{name} ended {when} with exit code {code}</source>
        <translation>{name} endete {when} mit Exit-Code {code}</translation>
    </message>
    <message>
        <source>{name} ended {when}</source>
        <translation>{name} endete {when}</translation>
    </message>
    <message>
        <source>Ended {when} with exit code {code}</source>
        <translation>Beendet {when} mit Exit-Code {code}</translation>
    </message>
    <message>
        <source>Ended {when}</source>
        <translation>Beendet {when}</translation>
    </message>
    <message>
        <source>10m, 14:30, 2026-11-21 14:30</source>
        <comment>example times</comment>
        <translation>10m, 14:30, 2026-11-21 14:30</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Show lines of any time</source>
        <translation>Zeilen jeder Zeit zeigen</translation>
    </message>
    <message>
        <source>What is wrong with the times</source>
        <translation>Was an den Zeiten falsch ist</translation>
    </message>
    <message>
        <source>The first time is later than the second.</source>
        <translation>Die erste Zeit liegt nach der zweiten.</translation>
    </message>
    <message>
        <source>Spread or fold this JSON (Enter)</source>
        <translation>Dieses JSON auffächern oder einklappen (Enter)</translation>
    </message>
    <message>
        <source>Click to open in the browser</source>
        <translation>Klicken, um im Browser zu öffnen</translation>
    </message>
    <message>
        <source>Log in to {registry}</source>
        <translation>Bei {registry} anmelden</translation>
    </message>
    <message>
        <source>The login is kept where docker keeps it, so that docker and davit on this computer are logged in too. Where a registry offers access tokens, use one in place of the password.</source>
        <translation>Die Anmeldung wird dort abgelegt, wo docker sie ablegt, so dass auch docker und davit auf diesem Computer angemeldet sind. Bietet eine Registry Zugriffstoken an, statt des Passworts eines davon verwenden.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Passwort oder Token</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Cannot log in to {registry}</source>
        <translation>Anmeldung bei {registry} nicht möglich</translation>
    </message>
    <message>
        <source>Logged in to {registry}</source>
        <translation>Bei {registry} angemeldet</translation>
    </message>
    <message>
        <source>The password lies unencrypted in {file}. A credential helper of docker keeps it safer.</source>
        <translation>Das Passwort liegt unverschlüsselt in {file}. Ein Credential Helper von docker verwahrt es sicherer.</translation>
    </message>
    <message>
        <source>Log of {name}</source>
        <translation>Protokoll von {name}</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>{problem} Trying again; the log goes on where it stopped.</source>
        <translation>{problem} Neuer Versuch läuft; das Protokoll geht dort weiter, wo es aufhörte.</translation>
    </message>
    <message numerus="yes">
        <source>No line matches; %n line(s) hidden.</source>
        <translation>
            <numerusform>Keine Zeile passt; %n Zeile verborgen.</numerusform>
            <numerusform>Keine Zeile passt; %n Zeilen verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared. New lines appear here.</source>
        <translation>Geleert. Neue Zeilen erscheinen hier.</translation>
    </message>
    <message>
        <source>Nothing written yet. Lines appear here as the container writes them.</source>
        <translation>Noch nichts geschrieben. Zeilen erscheinen hier, sobald der Container sie schreibt.</translation>
    </message>
    <message>
        <source>This container wrote nothing.</source>
        <translation>Dieser Container hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cleared. Show them</source>
        <translation>
            <numerusform>%n Zeile ausgeblendet. Zeigen</numerusform>
            <numerusform>%n Zeilen ausgeblendet. Zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading earlier lines… {count}</source>
        <translation>Frühere Zeilen werden gelesen… {count}</translation>
    </message>
    <message>
        <source>Read earlier lines</source>
        <translation>Frühere Zeilen lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) are no longer kept here</source>
        <translation>
            <numerusform>%n ältere Zeile ist hier nicht mehr vorhanden</numerusform>
            <numerusform>%n ältere Zeilen sind hier nicht mehr vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n neue Zeile</numerusform>
            <numerusform>%n neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}. Go to the newest</source>
        <translation>{lines}. Zur neuesten gehen</translation>
    </message>
    <message>
        <source>More than {size} MB is too much for the clipboard. Save the log to a file instead.</source>
        <translation>Mehr als {size} MB sind zu viel für die Zwischenablage. Das Protokoll stattdessen in eine Datei speichern.</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Cannot save the log to {path}: {reason}. Try another folder.</source>
        <translation>Das Protokoll lässt sich nicht in {path} speichern: {reason}. Einen anderen Ordner versuchen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Containers whose logs are shown</source>
        <translation>Container, deren Protokolle gezeigt werden</translation>
    </message>
    <message>
        <source>What containers write appears here, that of all of them together.</source>
        <translation>Hier erscheint, was Container schreiben, von allen zusammen.</translation>
    </message>
    <message>
        <source>No container runs</source>
        <translation>Kein Container läuft</translation>
    </message>
    <message>
        <source>Logs of containers that have ended can still be read.</source>
        <translation>Protokolle beendeter Container lassen sich weiterhin lesen.</translation>
    </message>
    <message>
        <source>Show all containers</source>
        <translation>Alle Container zeigen</translation>
    </message>
    <message>
        <source>These containers are gone</source>
        <translation>Diese Container gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Running containers</source>
        <translation>Laufende Container</translation>
    </message>
    <message>
        <source>Stack {name}</source>
        <translation>Stack {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen container(s)</source>
        <translation>
            <numerusform>%n gewählter Container</numerusform>
            <numerusform>%n gewählte Container</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>Maschine wird gestoppt</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>Maschine wird neu gestartet</translation>
    </message>
    <message>
        <source>Pausing the machine</source>
        <translation>Maschine wird pausiert</translation>
    </message>
    <message>
        <source>Repairing the machine</source>
        <translation>Maschine wird repariert</translation>
    </message>
    <message>
        <source>Resetting the machine</source>
        <translation>Maschine wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Cannot stop the machine</source>
        <translation>Die Maschine lässt sich nicht stoppen</translation>
    </message>
    <message>
        <source>Cannot restart the machine</source>
        <translation>Die Maschine lässt sich nicht neu starten</translation>
    </message>
    <message>
        <source>Cannot pause the machine</source>
        <translation>Die Maschine lässt sich nicht pausieren</translation>
    </message>
    <message>
        <source>Cannot repair the machine</source>
        <translation>Die Maschine lässt sich nicht reparieren</translation>
    </message>
    <message>
        <source>Cannot reset the machine</source>
        <translation>Die Maschine lässt sich nicht zurücksetzen</translation>
    </message>
    <message>
        <source>Repair the data disk…</source>
        <translation>Datenträger reparieren…</translation>
    </message>
    <message>
        <source>Resume the machine</source>
        <translation>Maschine fortsetzen</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Copy the path of its folder</source>
        <translation>Pfad ihres Ordners kopieren</translation>
    </message>
    <message>
        <source>Save diagnostics bundle…</source>
        <translation>Diagnosepaket speichern…</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>Auf einen anderen Computer umziehen…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>Cancel start</source>
        <translation>Start abbrechen</translation>
    </message>
    <message>
        <source>Cancel the start of the machine</source>
        <translation>Start der Maschine abbrechen</translation>
    </message>
    <message>
        <source>Stop the machine</source>
        <translation>Maschine stoppen</translation>
    </message>
    <message>
        <source>Restart the machine</source>
        <translation>Maschine neu starten</translation>
    </message>
    <message>
        <source>Waiting for the next start: {settings}.</source>
        <translation>Wartet auf den nächsten Start: {settings}.</translation>
    </message>
    <message>
        <source>Stop machine</source>
        <translation>Maschine stoppen</translation>
    </message>
    <message>
        <source>Ports are closed. Containers, images and volumes stay.</source>
        <translation>Ports werden geschlossen. Container, Images und Volumes bleiben.</translation>
    </message>
    <message>
        <source>Restart machine</source>
        <translation>Maschine neu starten</translation>
    </message>
    <message>
        <source>Those with a restart policy start again with the machine. Data stays.</source>
        <translation>Container mit einer Neustartregel starten mit der Maschine wieder. Daten bleiben.</translation>
    </message>
    <message>
        <source>1 container is stopped in good order: {names}.</source>
        <translation>1 Container wird geordnet gestoppt: {names}.</translation>
    </message>
    <message>
        <source>{count} containers are stopped in good order: {names}.</source>
        <translation>{count} Container werden geordnet gestoppt: {names}.</translation>
    </message>
    <message>
        <source>Repair data disk</source>
        <translation>Datenträger reparieren</translation>
    </message>
    <message>
        <source>The file system of the data disk is checked and mended.</source>
        <translation>Das Dateisystem des Datenträgers wird geprüft und repariert.</translation>
    </message>
    <message>
        <source>Files that were damaged can be lost or end up in lost+found. Export a copy of the disk first if it holds something you cannot make again.</source>
        <translation>Beschädigte Dateien können verloren gehen oder in lost+found landen. Zuerst eine Kopie des Datenträgers exportieren, wenn er etwas Unersetzliches enthält.</translation>
    </message>
    <message>
        <source>{containers}, {images}, and every volume, network and build cache will be deleted for good.</source>
        <translation>{containers}, {images} und jedes Volume, jedes Netzwerk und der Build-Cache werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>All containers, images, volumes, networks and build cache will be deleted for good.</source>
        <translation>Alle Container, Images, Volumes, Netzwerke und der Build-Cache werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>They take {size} on this computer.</source>
        <translation>Sie belegen {size} auf diesem Computer.</translation>
    </message>
    <message numerus="yes">
        <source>%n running now are stopped first.</source>
        <translation>
            <numerusform>%n laufender wird zuerst gestoppt.</numerusform>
            <numerusform>%n laufende werden zuerst gestoppt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset machine</source>
        <translation>Maschine zurücksetzen</translation>
    </message>
    <message>
        <source>This cannot be undone. Settings are kept. To keep the data, first run: {command}</source>
        <translation>Das lässt sich nicht rückgängig machen. Einstellungen bleiben erhalten. Um die Daten zu behalten, zuerst ausführen: {command}</translation>
    </message>
    <message>
        <source>Copied the path of the machine&apos;s folder</source>
        <translation>Pfad des Maschinenordners kopiert</translation>
    </message>
    <message>
        <source>for {duration}</source>
        <comment>how long it has been running</comment>
        <translation>seit {duration}</translation>
    </message>
    <message>
        <source>Cannot run the checks</source>
        <translation>Die Prüfungen lassen sich nicht ausführen</translation>
    </message>
    <message>
        <source>This did not work: {what}</source>
        <translation>Das hat nicht geklappt: {what}</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Prüfungen erneut ausführen</translation>
    </message>
    <message>
        <source>Copy the checks</source>
        <translation>Prüfungen kopieren</translation>
    </message>
    <message>
        <source>Logs, settings and these checks in one file, secrets taken out. It stays here until you send it to somebody.</source>
        <translation>Protokolle, Einstellungen und diese Prüfungen in einer Datei, ohne Geheimnisse. Sie bleibt hier, bis Sie sie jemandem senden.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Checking the machine</source>
        <translation>Maschine wird geprüft</translation>
    </message>
    <message>
        <source>Copied the checks</source>
        <translation>Prüfungen kopiert</translation>
    </message>
    <message>
        <source>Save diagnostics bundle</source>
        <translation>Diagnosepaket speichern</translation>
    </message>
    <message>
        <source>Saving a diagnostics bundle</source>
        <translation>Diagnosepaket wird gespeichert</translation>
    </message>
    <message>
        <source>Cannot save {name}</source>
        <translation>{name} lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gespeichert</translation>
    </message>
    <message>
        <source>Serial console of the guest since its last start</source>
        <translation>Serielle Konsole des Gasts seit seinem letzten Start</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the end in sight</source>
        <translation>Das Ende im Blick behalten</translation>
    </message>
    <message>
        <source>Copy the console</source>
        <translation>Konsole kopieren</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>Der Gast hat noch nichts ausgegeben.</translation>
    </message>
    <message>
        <source>Copied the selection</source>
        <translation>Auswahl kopiert</translation>
    </message>
    <message>
        <source>Copied the console</source>
        <translation>Konsole kopiert</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>how a run of the machine did</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Starts of the machine</source>
        <translation>Starts der Maschine</translation>
    </message>
    <message>
        <source>It has not been started yet.</source>
        <translation>Sie wurde noch nicht gestartet.</translation>
    </message>
    <message>
        <source>Cannot read earlier starts</source>
        <translation>Frühere Starts sind nicht lesbar</translation>
    </message>
    <message>
        <source>{outcome} after {duration} on {accelerator}</source>
        <translation>{outcome} nach {duration} auf {accelerator}</translation>
    </message>
    <message>
        <source>{outcome} after {duration}</source>
        <translation>{outcome} nach {duration}</translation>
    </message>
    <message>
        <source>{ending} {moment}</source>
        <comment>how a run ended, and when</comment>
        <translation>{ending} {moment}</translation>
    </message>
    <message>
        <source>Guest image {name}</source>
        <translation>Gast-Image {name}</translation>
    </message>
    <message>
        <source>Docker programs reach it at</source>
        <translation>Docker-Programme erreichen sie unter</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>Letzter Start</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Return blocks and memory that the machine no longer needs to this computer</source>
        <translation>Blöcke und Arbeitsspeicher, die die Maschine nicht mehr braucht, an diesen Computer zurückgeben</translation>
    </message>
    <message>
        <source>Starting now</source>
        <translation>Startet gerade</translation>
    </message>
    <message>
        <source>Last start, {duration}</source>
        <translation>Letzter Start, {duration}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Takes none now; up to {size} while it runs</source>
        <translation>Belegt jetzt nichts; bis zu {size}, während sie läuft</translation>
    </message>
    <message>
        <source>Takes none now</source>
        <translation>Belegt jetzt nichts</translation>
    </message>
    <message>
        <source>{size} of {most} that it may take</source>
        <translation>{size} von {most}, die sie belegen darf</translation>
    </message>
    <message>
        <source>{size} of it in use by the engine and containers</source>
        <translation>{size} davon von Engine und Containern genutzt</translation>
    </message>
    <message>
        <source>There is no disk yet</source>
        <translation>Noch gibt es keinen Datenträger</translation>
    </message>
    <message>
        <source>{size} really taken on this computer</source>
        <translation>{size} wirklich auf diesem Computer belegt</translation>
    </message>
    <message>
        <source>Nobody can tell now what it takes on this computer</source>
        <translation>Wie viel er auf diesem Computer belegt, lässt sich gerade nicht sagen</translation>
    </message>
    <message>
        <source>The machine sees {size}</source>
        <translation>Die Maschine sieht {size}</translation>
    </message>
    <message>
        <source>The machine sees {size}, of which it uses {used}</source>
        <translation>Die Maschine sieht {size} und nutzt davon {used}</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>Wird zurückgegeben…</translation>
    </message>
    <message>
        <source>Measured: nothing more to give back</source>
        <translation>Gemessen: nichts mehr zurückzugeben</translation>
    </message>
    <message>
        <source>Measured: {disk} of disk and {memory} of memory came back</source>
        <translation>Gemessen: {disk} Datenträger und {memory} Arbeitsspeicher kamen zurück</translation>
    </message>
    <message>
        <source>Cannot give back disk and memory</source>
        <translation>Datenträger und Arbeitsspeicher lassen sich nicht zurückgeben</translation>
    </message>
    <message>
        <source>Giving back disk and memory</source>
        <translation>Datenträger und Arbeitsspeicher werden zurückgegeben</translation>
    </message>
    <message>
        <source>Engine {version}</source>
        <translation>Engine {version}</translation>
    </message>
    <message>
        <source>Cannot change the machine&apos;s resources</source>
        <translation>Die Ressourcen der Maschine lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>Takes effect with the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>Gilt sofort.</translation>
    </message>
    <message>
        <source>Stop when idle</source>
        <translation>Bei Leerlauf stoppen</translation>
    </message>
    <message>
        <source>of {size}</source>
        <comment>of all that this computer has</comment>
        <translation>von {size}</translation>
    </message>
    <message>
        <source>Containers share them.</source>
        <translation>Container teilen sie sich.</translation>
    </message>
    <message>
        <source>The most it may take. What it does not use goes back to this computer.</source>
        <translation>So viel darf sie höchstens belegen. Was sie nicht nutzt, geht an diesen Computer zurück.</translation>
    </message>
    <message>
        <source>{size} free here</source>
        <translation>hier {size} frei</translation>
    </message>
    <message>
        <source>The most it may hold. It takes only what is used, and grows, but never shrinks.</source>
        <translation>So viel darf er höchstens fassen. Er belegt nur, was genutzt wird, und wächst, schrumpft aber nie.</translation>
    </message>
    <message>
        <source>Automatic takes the fastest that works here.</source>
        <translation>Automatisch nimmt den schnellsten, der hier funktioniert.</translation>
    </message>
    <message>
        <source>Sleep when idle</source>
        <translation>Bei Leerlauf schlafen</translation>
    </message>
    <message>
        <source>Without running containers it stops and gives its memory back. It wakes with the next docker or davit command.</source>
        <translation>Ohne laufende Container stoppt sie und gibt ihren Arbeitsspeicher zurück. Sie wacht mit dem nächsten docker- oder davit-Befehl auf.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>There is no machine yet. It is set up with its first start.</source>
        <translation>Noch gibt es keine Maschine. Sie wird mit ihrem ersten Start eingerichtet.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Software emulation (slow)</source>
        <translation>Software-Emulation (langsam)</translation>
    </message>
    <message>
        <source>{accelerator} only</source>
        <translation>Nur {accelerator}</translation>
    </message>
    <message>
        <source>At once: {settings}.</source>
        <translation>Sofort: {settings}.</translation>
    </message>
    <message>
        <source>With the next start: {settings}.</source>
        <translation>Mit dem nächsten Start: {settings}.</translation>
    </message>
    <message>
        <source>When it starts: {settings}.</source>
        <translation>Wenn sie startet: {settings}.</translation>
    </message>
    <message>
        <source>Changed {settings}</source>
        <translation>Geändert: {settings}</translation>
    </message>
    <message>
        <source>{settings} will change with the next start</source>
        <translation>Änderung mit dem nächsten Start: {settings}</translation>
    </message>
    <message>
        <source>Changing the machine&apos;s resources</source>
        <translation>Ressourcen der Maschine werden geändert</translation>
    </message>
    <message>
        <source>Cannot change the shared folders</source>
        <translation>Die freigegebenen Ordner lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>Cannot change the open ports</source>
        <translation>Die offenen Ports lassen sich nicht ändern</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>nicht freigegeben</translation>
    </message>
    <message>
        <source>shared by {transport}</source>
        <translation>freigegeben über {transport}</translation>
    </message>
    <message>
        <source>Shared by {transport}</source>
        <translation>Freigegeben über {transport}</translation>
    </message>
    <message>
        <source>shared with the next start</source>
        <translation>freigegeben mit dem nächsten Start</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>{path} is read-only</source>
        <translation>{path} ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Stop sharing {path}</source>
        <translation>Freigabe von {path} beenden</translation>
    </message>
    <message>
        <source>Folders that containers may mount</source>
        <translation>Ordner, die Container einhängen dürfen</translation>
    </message>
    <message>
        <source>With all below them. Changes take effect with the next start.</source>
        <translation>Mit allem darunter. Änderungen gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>No folder is shared: containers see named volumes only.</source>
        <translation>Kein Ordner ist freigegeben: Container sehen nur benannte Volumes.</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>Ordner freigeben…</translation>
    </message>
    <message>
        <source>Ports of this computer that containers may reach</source>
        <translation>Ports dieses Computers, die Container erreichen dürfen</translation>
    </message>
    <message>
        <source>Programs that listen on this computer&apos;s 127.0.0.1 are found by containers at host.docker.internal, on these ports only. A change takes effect at once.</source>
        <translation>Programme, die auf 127.0.0.1 dieses Computers lauschen, finden Container unter host.docker.internal, nur auf diesen Ports. Eine Änderung gilt sofort.</translation>
    </message>
    <message>
        <source>none; for instance 5432, 8000, or all</source>
        <translation>keine; zum Beispiel 5432, 8000 oder all</translation>
    </message>
    <message>
        <source>Apply the ports</source>
        <translation>Ports anwenden</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>Ordner freigeben</translation>
    </message>
    <message>
        <source>Changing the shared folders</source>
        <translation>Freigegebene Ordner werden geändert</translation>
    </message>
    <message>
        <source>Containers may reach: {ports}</source>
        <translation>Container dürfen erreichen: {ports}</translation>
    </message>
    <message>
        <source>Containers may reach: no port of this computer</source>
        <translation>Container dürfen erreichen: keinen Port dieses Computers</translation>
    </message>
    <message>
        <source>Changing the open ports</source>
        <translation>Offene Ports werden geändert</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Stacks</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Run a new container</source>
        <translation>Neuen Container ausführen</translation>
    </message>
    <message>
        <source>Build an image…</source>
        <translation>Ein Image bauen…</translation>
    </message>
    <message>
        <source>Make an image from a Dockerfile</source>
        <translation>Aus einem Dockerfile ein Image machen</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Stop machine and quit</source>
        <translation>Maschine stoppen und beenden</translation>
    </message>
    <message>
        <source>Stop containers in good order, then the machine, then Davit</source>
        <translation>Container geordnet stoppen, dann die Maschine, dann Davit</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>&amp;Container</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Find or filter</source>
        <translation>Suchen oder filtern</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Befehle…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Normaler Text</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Davit</source>
        <translation>Über Davit</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>See the settings</source>
        <translation>Siehe die Einstellungen</translation>
    </message>
    <message>
        <source>The engine does not answer: {reason}. What you see is how it was. Davit keeps trying.</source>
        <translation>Die Engine antwortet nicht: {reason}. Zu sehen ist der letzte Stand. Davit versucht es weiter.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The machine is paused: containers stand still, and their ports do not answer.</source>
        <translation>Die Maschine ist pausiert: Container stehen still, und ihre Ports antworten nicht.</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>aus dem Quelltext</translation>
    </message>
    <message>
        <source>Davit {version}
Linux containers with an engine of its own.

Engine: {engine}
Address: {address}</source>
        <translation>Davit {version}
Linux-Container mit eigener Engine.

Engine: {engine}
Adresse: {address}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Quit Davit</source>
        <translation>Davit beenden</translation>
    </message>
    <message>
        <source>1 container keeps running when Davit is closed.</source>
        <translation>1 Container läuft weiter, wenn Davit geschlossen wird.</translation>
    </message>
    <message>
        <source>{count} containers keep running when Davit is closed.</source>
        <translation>{count} Container laufen weiter, wenn Davit geschlossen wird.</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>The engine goes on without the window, and the ports stay open.</source>
        <translation>Die Engine läuft ohne das Fenster weiter, und die Ports bleiben offen.</translation>
    </message>
    <message>
        <source>The machine goes on without the window, and the ports stay open.</source>
        <translation>Die Maschine läuft ohne das Fenster weiter, und die Ports bleiben offen.</translation>
    </message>
    <message>
        <source>It takes {size} of memory now.</source>
        <translation>Sie belegt jetzt {size} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Stopping the machine before Davit quits</source>
        <translation>Maschine wird gestoppt, bevor Davit sich beendet</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Details des Problems</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>Netzwerk erstellen</translation>
    </message>
    <message>
        <source>Containers on one network reach each other by their names.</source>
        <translation>Container in einem Netzwerk erreichen einander über ihre Namen.</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>wird automatisch gewählt</translation>
    </message>
    <message>
        <source>the first address of the subnet</source>
        <translation>die erste Adresse des Subnetzes</translation>
    </message>
    <message>
        <source>Without a way out: no internet, no published ports</source>
        <translation>Ohne Weg nach außen: kein Internet, keine veröffentlichten Ports</translation>
    </message>
    <message>
        <source>With IPv6 addresses too</source>
        <translation>Auch mit IPv6-Adressen</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, a letter or digit first</source>
        <translation>Nur Buchstaben, Ziffern und _ . -, zuerst ein Buchstabe oder eine Ziffer</translation>
    </message>
    <message>
        <source>Connect container</source>
        <translation>Container verbinden</translation>
    </message>
    <message>
        <source>It joins {network} at once and keeps the networks that it is on.</source>
        <translation>Er tritt {network} sofort bei und behält seine bisherigen Netzwerke.</translation>
    </message>
    <message>
        <source>a further name, if wanted</source>
        <translation>ein weiterer Name, falls gewünscht</translation>
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
        <translation>Alle Container sind bereits in diesem Netzwerk</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>stack {name}</source>
        <translation>Stack {name}</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliase</translation>
    </message>
    <message>
        <source>Filter by name, driver or subnet</source>
        <translation>Nach Name, Treiber oder Subnetz filtern</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Erstellen…</translation>
    </message>
    <message>
        <source>Connect container…</source>
        <translation>Container verbinden…</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>Keine Netzwerke</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Containers on this network</source>
        <translation>Container in diesem Netzwerk</translation>
    </message>
    <message>
        <source>Cannot list networks</source>
        <translation>Netzwerke lassen sich nicht auflisten</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n Netzwerk</numerusform>
            <numerusform>%n Netzwerke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) on {name}</source>
        <translation>
            <numerusform>%n Container in {name}</numerusform>
            <numerusform>%n Container in {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating network {name}</source>
        <translation>Netzwerk {name} wird erstellt</translation>
    </message>
    <message>
        <source>Cannot create network {name}</source>
        <translation>Netzwerk {name} lässt sich nicht erstellen</translation>
    </message>
    <message>
        <source>Connecting {container} to {network}</source>
        <translation>{container} wird mit {network} verbunden</translation>
    </message>
    <message>
        <source>Cannot connect {container} to {network}</source>
        <translation>{container} lässt sich nicht mit {network} verbinden</translation>
    </message>
    <message>
        <source>Disconnecting {container} from {network}</source>
        <translation>{container} wird von {network} getrennt</translation>
    </message>
    <message>
        <source>Cannot disconnect {container} from {network}</source>
        <translation>{container} lässt sich nicht von {network} trennen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n network(s)</source>
        <translation>
            <numerusform>%n Netzwerk gelöscht</numerusform>
            <numerusform>%n Netzwerke gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting network {name}</source>
        <translation>Netzwerk {name} wird gelöscht</translation>
    </message>
    <message>
        <source>Cannot delete network {name}</source>
        <translation>Netzwerk {name} lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>Prune unused networks</source>
        <translation>Ungenutzte Netzwerke aufräumen</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) with no container will be deleted.</source>
        <translation>
            <numerusform>%n Netzwerk ohne Container wird gelöscht.</numerusform>
            <numerusform>%n Netzwerke ohne Container werden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete networks</source>
        <translation>Netzwerke löschen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command, a page, a container or an image</source>
        <translation>Einen Befehl, eine Seite, einen Container oder ein Image eingeben</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>Nothing fits these letters.</source>
        <translation>Nichts passt zu diesen Buchstaben.</translation>
    </message>
    <message>
        <source>View logs of {name}</source>
        <translation>Protokoll von {name} ansehen</translation>
    </message>
    <message>
        <source>Inspect {name}</source>
        <translation>{name} untersuchen</translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation>{name} starten</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>{name} stoppen</translation>
    </message>
    <message>
        <source>Restart {name}</source>
        <translation>{name} neu starten</translation>
    </message>
    <message>
        <source>Open terminal in {name}</source>
        <translation>Terminal in {name} öffnen</translation>
    </message>
    <message>
        <source>Run {name}…</source>
        <translation>{name} ausführen…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Exposed by the image, but not published</source>
        <translation>Vom Image freigelegt, aber nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Run the image again and publish it.</source>
        <translation>Das Image erneut ausführen und ihn veröffentlichen.</translation>
    </message>
    <message>
        <source>Not open: the container is not running</source>
        <translation>Nicht offen: Der Container läuft nicht</translation>
    </message>
    <message>
        <source>The forward is not open: {reason}</source>
        <translation>Die Weiterleitung ist nicht offen: {reason}</translation>
    </message>
    <message>
        <source>Stop what holds the port, or run the container on another one.</source>
        <translation>Beenden, was den Port belegt, oder den Container auf einem anderen ausführen.</translation>
    </message>
    <message>
        <source>Listens on {address} inside, where nobody from outside gets</source>
        <translation>Lauscht innen auf {address}, wohin von außen niemand gelangt</translation>
    </message>
    <message>
        <source>Make the program in the container listen on 0.0.0.0.</source>
        <translation>Das Programm im Container auf 0.0.0.0 lauschen lassen.</translation>
    </message>
    <message>
        <source>See the logs: the program may be starting still, or have failed.</source>
        <translation>Das Protokoll ansehen: Das Programm startet vielleicht noch oder ist gescheitert.</translation>
    </message>
    <message>
        <source>The container listens on {ports}: publish that instead.</source>
        <translation>Der Container lauscht auf {ports}: diese stattdessen veröffentlichen.</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container yet</source>
        <translation>Im Container lauscht noch nichts auf {port}</translation>
    </message>
    <message>
        <source>Published; {protocol} cannot be asked</source>
        <translation>Veröffentlicht; {protocol} lässt sich nicht abfragen</translation>
    </message>
    <message>
        <source>Listens in the container</source>
        <translation>Lauscht im Container</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt…</translation>
    </message>
    <message>
        <source>Answers in {time} ms</source>
        <translation>Antwortet in {time} ms</translation>
    </message>
    <message>
        <source>The program takes connections and hangs up at once</source>
        <translation>Das Programm nimmt Verbindungen an und legt sofort auf</translation>
    </message>
    <message>
        <source>See the logs for the reason.</source>
        <translation>Den Grund zeigt das Protokoll.</translation>
    </message>
    <message>
        <source>The forward is open, but hangs up at once</source>
        <translation>Die Weiterleitung ist offen, legt aber sofort auf</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container, or only on its own 127.0.0.1.</source>
        <translation>Im Container lauscht nichts auf {port}, oder nur auf seiner eigenen 127.0.0.1.</translation>
    </message>
    <message>
        <source>nothing listens</source>
        <translation>nichts lauscht</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>Restart the container: its forward is gone.</source>
        <translation>Den Container neu starten: Seine Weiterleitung ist weg.</translation>
    </message>
    <message>
        <source>No answer: something drops the connection</source>
        <translation>Keine Antwort: Etwas verwirft die Verbindung</translation>
    </message>
    <message>
        <source>Look for a firewall between this computer and the container.</source>
        <translation>Nach einer Firewall zwischen diesem Computer und dem Container suchen.</translation>
    </message>
    <message>
        <source>No ports</source>
        <translation>Keine Ports</translation>
    </message>
    <message>
        <source>The container publishes no port, and its image names none. A port is published when the container is run.</source>
        <translation>Der Container veröffentlicht keinen Port, und sein Image nennt keinen. Ein Port wird veröffentlicht, wenn der Container ausgeführt wird.</translation>
    </message>
    <message>
        <source>Visible on your network: bound to all addresses</source>
        <translation>In Ihrem Netzwerk sichtbar: an alle Adressen gebunden</translation>
    </message>
    <message>
        <source>Port of this computer</source>
        <translation>Port dieses Computers</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>Im Container</translation>
    </message>
    <message>
        <source>Filter by port or container</source>
        <translation>Nach Port oder Container filtern</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>No ports are published</source>
        <translation>Keine Ports sind veröffentlicht</translation>
    </message>
    <message>
        <source>A container&apos;s port is opened on this computer when the container is run with it.</source>
        <translation>Ein Port eines Containers wird auf diesem Computer geöffnet, wenn der Container damit ausgeführt wird.</translation>
    </message>
    <message>
        <source>What mends the selected port</source>
        <translation>Was dem gewählten Port hilft</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n Port</numerusform>
            <numerusform>%n Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>nginx, ghcr.io/owner/name:tag, or words to search for</source>
        <translation>nginx, ghcr.io/owner/name:tag oder Wörter zum Suchen</translation>
    </message>
    <message>
        <source>Image to pull</source>
        <translation>Herunterzuladendes Image</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the registry, and list the tags (Ctrl+Return)</source>
        <translation>In der Registry suchen und die Tags auflisten (Strg+Return)</translation>
    </message>
    <message>
        <source>This engine&apos;s platform</source>
        <translation>Plattform dieser Engine</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>Image herunterladen</translation>
    </message>
    <message>
        <source>All of the pull</source>
        <translation>Gesamter Download</translation>
    </message>
    <message>
        <source>Cancel pull</source>
        <translation>Herunterladen abbrechen</translation>
    </message>
    <message>
        <source>Asking the registry…</source>
        <translation>Registry wird gefragt…</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept for a day, for the next try.</source>
        <translation>Abgebrochen. Was angekommen ist, bleibt einen Tag für den nächsten Versuch erhalten.</translation>
    </message>
    <message>
        <source>Log in to {registry}…</source>
        <translation>Bei {registry} anmelden…</translation>
    </message>
    <message>
        <source>{name} is not the name of an image</source>
        <translation>{name} ist nicht der Name eines Images</translation>
    </message>
    <message>
        <source>A name for an image has no digest</source>
        <translation>Ein Name für ein Image hat keinen Digest</translation>
    </message>
    <message>
        <source>Closed, it goes on under Tasks at the lower right.</source>
        <translation>Nach dem Schließen geht es unter Aufgaben unten rechts weiter.</translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation>Image hochladen</translation>
    </message>
    <message>
        <source>Name to push</source>
        <translation>Hochzuladender Name</translation>
    </message>
    <message>
        <source>Push image</source>
        <translation>Image hochladen</translation>
    </message>
    <message>
        <source>All of the push</source>
        <translation>Gesamter Upload</translation>
    </message>
    <message>
        <source>Give the image the name of another registry or repository</source>
        <translation>Dem Image den Namen einer anderen Registry oder eines anderen Repositorys geben</translation>
    </message>
    <message>
        <source>Cancel push</source>
        <translation>Hochladen abbrechen</translation>
    </message>
    <message>
        <source>Cannot push {name}</source>
        <translation>{name} lässt sich nicht hochladen</translation>
    </message>
    <message>
        <source>Pushing {name}</source>
        <translation>{name} wird hochgeladen</translation>
    </message>
    <message>
        <source>Cancelled. Layers that have arrived stay there.</source>
        <translation>Abgebrochen. Angekommene Schichten bleiben dort.</translation>
    </message>
    <message>
        <source>The name has no registry in it, so it goes to Docker Hub. To push elsewhere, give the image a name such as registry.example.com/team/name:tag.</source>
        <translation>Der Name enthält keine Registry, daher geht es zu Docker Hub. Um es woandershin hochzuladen, dem Image einen Namen wie registry.example.com/team/name:tag geben.</translation>
    </message>
    <message>
        <source>It goes to {registry}.</source>
        <translation>Es geht zu {registry}.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>{name} (official)</source>
        <translation>{name} (offiziell)</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Repositories found</source>
        <translation>Gefundene Repositorys</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>Repositorys</translation>
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
        <translation>Tags filtern</translation>
    </message>
    <message>
        <source>Name an image and pull it, or search. Docker Hub can be searched; other registries list the tags of a repository that is named in full.</source>
        <translation>Ein Image nennen und herunterladen oder suchen. Docker Hub lässt sich durchsuchen; andere Registries listen die Tags eines vollständig genannten Repositorys auf.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>Choose a repository to see its tags.</source>
        <translation>Ein Repository wählen, um seine Tags zu sehen.</translation>
    </message>
    <message>
        <source>Cannot search</source>
        <translation>Suche nicht möglich</translation>
    </message>
    <message>
        <source>Asking for the tags…</source>
        <translation>Tags werden abgefragt…</translation>
    </message>
    <message>
        <source>Cannot list the tags of {name}</source>
        <translation>Die Tags von {name} lassen sich nicht auflisten</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of {name}</source>
        <translation>
            <numerusform>%n Tag von {name}</numerusform>
            <numerusform>%n Tags von {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>Es gibt keine Tags.</translation>
    </message>
    <message>
        <source>{registry} offers no search. Its tags of a full name are listed beside.</source>
        <translation>{registry} bietet keine Suche. Die Tags eines vollständigen Namens stehen daneben.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No registry has an image of this name.</source>
        <translation>Keine Registry hat ein Image mit diesem Namen.</translation>
    </message>
    <message>
        <source>official</source>
        <translation>offiziell</translation>
    </message>
    <message>
        <source>Search registries for this name</source>
        <translation>Registries nach diesem Namen durchsuchen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Add port</source>
        <translation>Port hinzufügen</translation>
    </message>
    <message>
        <source>Add volume or folder</source>
        <translation>Volume oder Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Add from env file…</source>
        <translation>Aus Env-Datei hinzufügen…</translation>
    </message>
    <message>
        <source>as the image says</source>
        <translation>wie im Image</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Befehl</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>&amp;Entrypoint</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>Ein Image wählen</translation>
    </message>
    <message>
        <source>Not on this computer yet: it is pulled first.</source>
        <translation>Noch nicht auf diesem Computer: Es wird zuerst heruntergeladen.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Port {port} is asked for twice</source>
        <translation>Port {port} wird zweimal verlangt</translation>
    </message>
    <message>
        <source>Use {port}</source>
        <translation>{port} verwenden</translation>
    </message>
    <message>
        <source>The image does not start without {name}: {use}</source>
        <translation>Das Image startet nicht ohne {name}: {use}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>{name} hinzufügen</translation>
    </message>
    <message>
        <source>Env file</source>
        <translation>Env-Datei</translation>
    </message>
    <message>
        <source>Cannot read the env file: {why}</source>
        <translation>Die Env-Datei ist nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>Restart and removal</source>
        <translation>Neustart und Entfernen</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU und Arbeitsspeicher</translation>
    </message>
    <message>
        <source>User and process</source>
        <translation>Benutzer und Prozess</translation>
    </message>
    <message>
        <source>Capabilities and privileges</source>
        <translation>Capabilities und Privilegien</translation>
    </message>
    <message>
        <source>Platform and pulling</source>
        <translation>Plattform und Herunterladen</translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation>Container ausführen</translation>
    </message>
    <message>
        <source>This cannot be read any more: {command}</source>
        <translation>Das ist nicht mehr lesbar: {command}</translation>
    </message>
    <message>
        <source>This form was closed before {image} was run.</source>
        <translation>Dieses Formular wurde geschlossen, bevor {image} ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit fortfahren</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>The same as a docker command</source>
        <translation>Dasselbe als docker-Befehl</translation>
    </message>
    <message>
        <source>Copy the command, secrets included</source>
        <translation>Den Befehl samt Geheimnissen kopieren</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>Wie weit die Ausführung ist</translation>
    </message>
    <message>
        <source>Run container</source>
        <translation>Container ausführen</translation>
    </message>
    <message>
        <source>{field} is set twice: in the form and by a flag</source>
        <translation>{field} ist zweimal gesetzt: im Formular und durch eine Option</translation>
    </message>
    <message>
        <source>Run container (Ctrl+Return)</source>
        <translation>Container ausführen (Strg+Return)</translation>
    </message>
    <message>
        <source>Saved as preset {title}.</source>
        <translation>Als Vorlage {title} gespeichert.</translation>
    </message>
    <message>
        <source>Deleted preset {title}.</source>
        <translation>Vorlage {title} gelöscht.</translation>
    </message>
    <message>
        <source>Preset {title} is back.</source>
        <translation>Vorlage {title} ist wieder da.</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Ausführung abbrechen</translation>
    </message>
    <message>
        <source>Esc closes this window and lets the run go on</source>
        <translation>Esc schließt dieses Fenster und lässt die Ausführung weitergehen</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>Pulling {name}: {done}</source>
        <translation>{name} wird heruntergeladen: {done}</translation>
    </message>
    <message>
        <source>Cannot run {name} again</source>
        <translation>{name} lässt sich nicht noch einmal ausführen</translation>
    </message>
    <message>
        <source>Cannot run a container now</source>
        <translation>Gerade lässt sich kein Container ausführen</translation>
    </message>
    <message>
        <source>Cannot search for {name}</source>
        <translation>Die Suche nach {name} ist nicht möglich</translation>
    </message>
    <message>
        <source>Cannot keep presets and recent runs</source>
        <translation>Vorlagen und letzte Ausführungen lassen sich nicht ablegen</translation>
    </message>
    <message>
        <source>Running {name}</source>
        <translation>{name} wird ausgeführt</translation>
    </message>
    <message>
        <source>Cannot run {name}</source>
        <translation>{name} lässt sich nicht ausführen</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Unless it was stopped</source>
        <translation>Außer wenn er gestoppt wurde</translation>
    </message>
    <message>
        <source>When it is not on this computer</source>
        <translation>Wenn es nicht auf diesem Computer ist</translation>
    </message>
    <message>
        <source>Always, for the newest</source>
        <translation>Immer, für das neueste</translation>
    </message>
    <message>
        <source>The usual one (bridge)</source>
        <translation>Das übliche (bridge)</translation>
    </message>
    <message>
        <source>This computer&apos;s own (host)</source>
        <translation>Das dieses Computers (host)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Net&amp;zwerk</translation>
    </message>
    <message>
        <source>Other names in the network</source>
        <translation>Weitere Namen im Netzwerk</translation>
    </message>
    <message>
        <source>db, database</source>
        <translation>db, database</translation>
    </message>
    <message>
        <source>Other names there</source>
        <translation>Weitere Namen dort</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>the container&apos;s id</source>
        <translation>die ID des Containers</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>&amp;Hostname</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Host hinzufügen</translation>
    </message>
    <message>
        <source>Host and its address</source>
        <translation>Host und seine Adresse</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Bekannte Hosts</translation>
    </message>
    <message>
        <source>Add name server</source>
        <translation>Nameserver hinzufügen</translation>
    </message>
    <message>
        <source>Address of a name server</source>
        <translation>Adresse eines Nameservers</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Nameserver</translation>
    </message>
    <message>
        <source>Only a network of your own gives other names</source>
        <translation>Nur ein eigenes Netzwerk vergibt weitere Namen</translation>
    </message>
    <message>
        <source>Write a name, a colon and an address</source>
        <translation>Einen Namen, einen Doppelpunkt und eine Adresse schreiben</translation>
    </message>
    <message>
        <source>Write it as {text}</source>
        <translation>Als {text} schreiben</translation>
    </message>
    <message>
        <source>Write an address, such as 1.1.1.1</source>
        <translation>Eine Adresse schreiben, etwa 1.1.1.1</translation>
    </message>
    <message>
        <source>Times that it is tried again</source>
        <translation>Zahl der erneuten Versuche</translation>
    </message>
    <message>
        <source>any number of times</source>
        <translation>beliebig oft</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>Neu&amp;start</translation>
    </message>
    <message>
        <source>Delete the container, and its unnamed volumes, when it stops</source>
        <translation>Den Container und seine unbenannten Volumes löschen, wenn er stoppt</translation>
    </message>
    <message>
        <source>A container that is deleted when it stops cannot be restarted</source>
        <translation>Ein Container, der beim Stoppen gelöscht wird, lässt sich nicht neu starten</translation>
    </message>
    <message>
        <source>CPU limit in cores</source>
        <translation>CPU-Limit in Kernen</translation>
    </message>
    <message>
        <source>all, or 1.5</source>
        <translation>alle oder 1.5</translation>
    </message>
    <message>
        <source>CPU limit (cores)</source>
        <translation>CPU-Limit (Kerne)</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speicherlimit</translation>
    </message>
    <message>
        <source>all, or 512m, 2g</source>
        <translation>alles oder 512m, 2g</translation>
    </message>
    <message>
        <source>The CPU limit is a number of cores, such as 1.5</source>
        <translation>Das CPU-Limit ist eine Zahl von Kernen, etwa 1.5</translation>
    </message>
    <message>
        <source>The memory limit is a size of at least 6m, such as 512m or 2g</source>
        <translation>Das Speicherlimit ist eine Größe von mindestens 6m, etwa 512m oder 2g</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>Ben&amp;utzer</translation>
    </message>
    <message>
        <source>Working &amp;folder</source>
        <translation>Arbeits&amp;ordner</translation>
    </message>
    <message>
        <source>Give it a terminal (-t)</source>
        <translation>Ein Terminal geben (-t)</translation>
    </message>
    <message>
        <source>Keep its input open (-i)</source>
        <translation>Die Eingabe offen halten (-i)</translation>
    </message>
    <message>
        <source>Run a small init process first, which clears away zombies</source>
        <translation>Zuerst einen kleinen Init-Prozess ausführen, der Zombies beseitigt</translation>
    </message>
    <message>
        <source>Make its own file system read-only; volumes stay as they are</source>
        <translation>Das eigene Dateisystem schreibgeschützt machen; Volumes bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Capabilities it gets</source>
        <translation>Capabilities, die er erhält</translation>
    </message>
    <message>
        <source>Capabilities to add</source>
        <translation>Hinzuzufügende Capabilities</translation>
    </message>
    <message>
        <source>Capabilities it loses</source>
        <translation>Capabilities, die er verliert</translation>
    </message>
    <message>
        <source>Capabilities to drop</source>
        <translation>Zu entziehende Capabilities</translation>
    </message>
    <message>
        <source>It may do whatever root may on the computer that the engine runs on: see every device, change the kernel&apos;s settings, leave the container. Only for images you trust as much as that computer&apos;s administrator.</source>
        <translation>Er darf alles, was root auf dem Computer darf, auf dem die Engine läuft: jedes Gerät sehen, die Einstellungen des Kernels ändern, den Container verlassen. Nur für Images, denen Sie so sehr vertrauen wie dem Administrator jenes Computers.</translation>
    </message>
    <message>
        <source>{name} is not a capability</source>
        <translation>{name} ist keine Capability</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Write a label as name=value</source>
        <translation>Ein Label als Name=Wert schreiben</translation>
    </message>
    <message>
        <source>this computer&apos;s, or linux/arm64</source>
        <translation>die dieses Computers oder linux/arm64</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>&amp;Plattform</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>Image herunterladen</translation>
    </message>
    <message>
        <source>Pu&amp;ll the image</source>
        <translation>Image herunter&amp;laden</translation>
    </message>
    <message>
        <source>A platform is written as linux/amd64 or linux/arm64</source>
        <translation>Eine Plattform schreibt sich linux/amd64 oder linux/arm64</translation>
    </message>
    <message>
        <source>Add flag</source>
        <translation>Option hinzufügen</translation>
    </message>
    <message>
        <source>Everything else that docker run knows, one flag on each line.</source>
        <translation>Alles andere, was docker run kennt, eine Option je Zeile.</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Wer ihn erreicht</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Nur dieser Computer</translation>
    </message>
    <message>
        <source>Your whole network</source>
        <translation>Ihr ganzes Netzwerk</translation>
    </message>
    <message>
        <source>free port</source>
        <translation>freier Port</translation>
    </message>
    <message>
        <source>Port of the container</source>
        <translation>Port des Containers</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Take this port away</source>
        <translation>Diesen Port entfernen</translation>
    </message>
    <message>
        <source>As the engine decides</source>
        <translation>Wie die Engine entscheidet</translation>
    </message>
    <message>
        <source>Address {address}</source>
        <translation>Adresse {address}</translation>
    </message>
    <message>
        <source>The container&apos;s port is a number from 1 to 65535</source>
        <translation>Der Port des Containers ist eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>The port of this computer is a number from 1 to 65535</source>
        <translation>Der Port dieses Computers ist eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>Folder of this computer, or name of a volume</source>
        <translation>Ordner dieses Computers oder Name eines Volumes</translation>
    </message>
    <message>
        <source>Folder, or name of a volume</source>
        <translation>Ordner oder Name eines Volumes</translation>
    </message>
    <message>
        <source>Choose a folder of this computer</source>
        <translation>Einen Ordner dieses Computers wählen</translation>
    </message>
    <message>
        <source>Path in the container</source>
        <translation>Pfad im Container</translation>
    </message>
    <message>
        <source>/path/in/container</source>
        <translation>/pfad/im/container</translation>
    </message>
    <message>
        <source>Take this volume away</source>
        <translation>Dieses Volume entfernen</translation>
    </message>
    <message>
        <source>Choose a volume that exists</source>
        <translation>Ein bestehendes Volume wählen</translation>
    </message>
    <message>
        <source>There are no volumes yet</source>
        <translation>Noch gibt es keine Volumes</translation>
    </message>
    <message>
        <source>The path in the container begins with / and is not / itself</source>
        <translation>Der Pfad im Container beginnt mit / und ist nicht / selbst</translation>
    </message>
    <message>
        <source>Give a whole path (/…), or a volume&apos;s name of letters, digits, _ . and -</source>
        <translation>Einen ganzen Pfad (/…) angeben oder den Namen eines Volumes aus Buchstaben, Ziffern, _ . und -</translation>
    </message>
    <message>
        <source>A folder with a colon in its path cannot be mounted</source>
        <translation>Ein Ordner mit einem Doppelpunkt im Pfad lässt sich nicht einhängen</translation>
    </message>
    <message>
        <source>Folder to mount</source>
        <translation>Einzuhängender Ordner</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Name der Variable</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Value of the variable</source>
        <translation>Wert der Variable</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>Wert anzeigen</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Generate a password</source>
        <translation>Passwort erzeugen</translation>
    </message>
    <message>
        <source>Take this variable away</source>
        <translation>Diese Variable entfernen</translation>
    </message>
    <message>
        <source>A variable&apos;s name has no spaces and no =</source>
        <translation>Der Name einer Variable hat keine Leerzeichen und kein =</translation>
    </message>
    <message>
        <source>{name} is a secret, and secrets are not kept: give its value again</source>
        <translation>{name} ist ein Geheimnis, und Geheimnisse werden nicht abgelegt: den Wert erneut angeben</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>Wert verbergen</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Flag of docker run</source>
        <translation>Option von docker run</translation>
    </message>
    <message>
        <source>{field}: a quote is not closed</source>
        <translation>{field}: Ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Presets that you saved and what you ran before</source>
        <translation>Gespeicherte Vorlagen und bisherige Ausführungen</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Als Vorlage speichern…</translation>
    </message>
    <message>
        <source>Paste docker run…</source>
        <translation>docker run einfügen…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>Kept on this computer. Passwords and other secrets are not kept: they are asked for again.</source>
        <translation>Wird auf diesem Computer abgelegt. Passwörter und andere Geheimnisse werden nicht abgelegt: Sie werden wieder erfragt.</translation>
    </message>
    <message>
        <source>Paste a docker run command</source>
        <translation>Einen docker-run-Befehl einfügen</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>Andere Images</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Letzte Ausführungen</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>Cannot export the machine</source>
        <translation>Die Maschine kann nicht exportiert werden</translation>
    </message>
    <message>
        <source>Cannot import into the machine</source>
        <translation>In die Maschine kann nicht importiert werden</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>Auf einen anderen Computer umziehen</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>Von diesem Computer</translation>
    </message>
    <message>
        <source>Writes all containers, images and volumes to one file. The machine stops for it, and starts again if it ran.</source>
        <translation>Schreibt alle Container, Images und Volumes in eine Datei. Die Maschine hält dafür an und startet wieder, wenn sie lief.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>Auf diesen Computer</translation>
    </message>
    <message>
        <source>Puts the content of such a file in the place of what the machine holds.</source>
        <translation>Setzt den Inhalt einer solchen Datei an die Stelle dessen, was die Maschine enthält.</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n running container(s) will be stopped in good order.</source>
        <translation>
            <numerusform>%n laufender Container wird ordentlich angehalten.</numerusform>
            <numerusform>%n laufende Container werden ordentlich angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and export</source>
        <translation>Anhalten und exportieren</translation>
    </message>
    <message>
        <source>Import into the machine</source>
        <translation>In die Maschine importieren</translation>
    </message>
    <message>
        <source>Exported machines (*{suffix})</source>
        <translation>Exportierte Maschinen (*{suffix})</translation>
    </message>
    <message>
        <source>All containers, images and volumes of the machine will be deleted for good.</source>
        <translation>Alle Container, Images und Volumes der Maschine werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Those of {name} come in their place, once the file has been found whole.</source>
        <translation>Die von {name} treten an ihre Stelle, sobald sich die Datei als vollständig erwiesen hat.</translation>
    </message>
    <message>
        <source>Replace everything</source>
        <translation>Alles ersetzen</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>Exportiert nach {name}</translation>
    </message>
    <message>
        <source>Exporting the machine</source>
        <translation>Die Maschine wird exportiert</translation>
    </message>
    <message>
        <source>Importing into the machine</source>
        <translation>In die Maschine wird importiert</translation>
    </message>
    <message>
        <source>Stopping the machine…</source>
        <translation>Die Maschine wird angehalten…</translation>
    </message>
    <message>
        <source>Copying the disk…</source>
        <translation>Die Platte wird kopiert…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Points more or less than the system&apos;s text. Ctrl+= and Ctrl+- do the same.</source>
        <translation>Punkte mehr oder weniger als der Text des Systems. Strg+= und Strg+- tun dasselbe.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Counts when Davit is opened the next time.</source>
        <translation>Gilt, wenn Davit das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>Show the sidebar as icons only</source>
        <translation>Seitenleiste nur als Symbole zeigen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Ask before Davit is closed while containers run</source>
        <translation>Vor dem Schließen von Davit fragen, solange Container laufen</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>Beim Schließen im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Containers run without the window in any case.</source>
        <translation>Container laufen in jedem Fall ohne das Fenster.</translation>
    </message>
    <message>
        <source>Notify me while I do something else</source>
        <translation>Benachrichtigen, während ich etwas anderes tue</translation>
    </message>
    <message>
        <source>When a container stops by itself with an error, and when long work ends.</source>
        <translation>Wenn ein Container von selbst mit einem Fehler stoppt und wenn lange Arbeit endet.</translation>
    </message>
    <message>
        <source>Start Davit when I log in</source>
        <translation>Davit beim Anmelden starten</translation>
    </message>
    <message>
        <source>It starts out of sight: in the tray, or as a small window where there is none.</source>
        <translation>Es startet unauffällig: im Infobereich oder als kleines Fenster, wo es keinen gibt.</translation>
    </message>
    <message>
        <source>Check for updates once after each start</source>
        <translation>Nach jedem Start einmal nach Aktualisierungen suchen</translation>
    </message>
    <message>
        <source>When the Images page is first shown. Only the registries of your images are asked.</source>
        <translation>Wenn die Seite Images zum ersten Mal gezeigt wird. Gefragt werden nur die Registries Ihrer Images.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Largest, newest or last first</source>
        <translation>Größte, neueste oder letzte zuerst</translation>
    </message>
    <message>
        <source>Cannot change what starts at login</source>
        <translation>Was beim Anmelden startet, lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>Keine Einstellung enthält diese Wörter</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>Einstellungen (*.toml)</translation>
    </message>
    <message>
        <source>Cannot read {file}</source>
        <translation>{file} ist nicht lesbar</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>Einstellungen importiert</translation>
    </message>
    <message>
        <source>Fold the sidebar (Ctrl+B)</source>
        <translation>Seitenleiste einklappen (Strg+B)</translation>
    </message>
    <message>
        <source>Unfold the sidebar (Ctrl+B)</source>
        <translation>Seitenleiste ausklappen (Strg+B)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Containers of the stack</source>
        <translation>Container des Stacks</translation>
    </message>
    <message>
        <source>Networks of the stack</source>
        <translation>Netzwerke des Stacks</translation>
    </message>
    <message>
        <source>Volumes of the stack</source>
        <translation>Volumes des Stacks</translation>
    </message>
    <message>
        <source>Back to the stacks (Alt+Left)</source>
        <translation>Zurück zu den Stacks (Alt+Left)</translation>
    </message>
    <message>
        <source>{files} in {folder}</source>
        <translation>{files} in {folder}</translation>
    </message>
    <message>
        <source>Cannot read the networks and volumes of {name}</source>
        <translation>Die Netzwerke und Volumes von {name} sind nicht lesbar</translation>
    </message>
    <message>
        <source>Kill all</source>
        <translation>Alle zwangsweise beenden</translation>
    </message>
    <message>
        <source>Delete stack</source>
        <translation>Stack löschen</translation>
    </message>
    <message>
        <source>Delete stack with volumes…</source>
        <translation>Stack mit Volumes löschen…</translation>
    </message>
    <message>
        <source>Delete stack and its volumes</source>
        <translation>Stack und seine Volumes löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) of {name} and the data in these volumes are deleted.</source>
        <translation>
            <numerusform>%n Container von {name} und die Daten in diesen Volumes werden gelöscht.</numerusform>
            <numerusform>%n Container von {name} und die Daten in diesen Volumes werden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes to delete</source>
        <translation>Zu löschende Volumes</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>{size} in all. This cannot be undone.</source>
        <translation>{size} insgesamt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete stack and volumes</source>
        <translation>Stack und Volumes löschen</translation>
    </message>
    <message>
        <source>Deleted stack {name}</source>
        <translation>Stack {name} gelöscht</translation>
    </message>
    <message>
        <source>Deleting the networks of {name}</source>
        <translation>Netzwerke von {name} werden gelöscht</translation>
    </message>
    <message>
        <source>networks of {name}</source>
        <translation>Netzwerke von {name}</translation>
    </message>
    <message>
        <source>Cannot delete the networks of {name}</source>
        <translation>Die Netzwerke von {name} lassen sich nicht löschen</translation>
    </message>
    <message>
        <source>Deleting containers</source>
        <translation>Container werden gelöscht</translation>
    </message>
    <message>
        <source>Deleting networks</source>
        <translation>Netzwerke werden gelöscht</translation>
    </message>
    <message>
        <source>Deleting volumes</source>
        <translation>Volumes werden gelöscht</translation>
    </message>
    <message>
        <source>Deleting {name} and its volumes</source>
        <translation>{name} und seine Volumes werden gelöscht</translation>
    </message>
    <message>
        <source>Cannot delete {name} and its volumes</source>
        <translation>{name} und seine Volumes lassen sich nicht löschen</translation>
    </message>
    <message>
        <source>Deleted stack {name} and its volumes</source>
        <translation>Stack {name} und seine Volumes gelöscht</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>In {folder}</translation>
    </message>
    <message>
        <source>Filter by name, service, port, file</source>
        <translation>Nach Name, Dienst, Port, Datei filtern</translation>
    </message>
    <message>
        <source>No stacks yet</source>
        <translation>Noch keine Stacks</translation>
    </message>
    <message>
        <source>A stack is what docker compose makes of one file: containers that belong together.</source>
        <translation>Ein Stack ist, was docker compose aus einer Datei macht: Container, die zusammengehören.</translation>
    </message>
    <message>
        <source>Delete with volumes…</source>
        <translation>Mit Volumes löschen…</translation>
    </message>
    <message>
        <source>Cannot read the volumes of {name}</source>
        <translation>Die Volumes von {name} sind nicht lesbar</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step of a start</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a step of a start</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a step of a start</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step of a start</comment>
        <translation>fertig</translation>
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
        <translation>Letzte {span}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>write</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>Prozesse und Threads</translation>
    </message>
    <message>
        <source>Not running; figures are of earlier runs.</source>
        <translation>Läuft nicht; die Werte stammen von früheren Läufen.</translation>
    </message>
    <message>
        <source>Processes ({count})</source>
        <translation>Prozesse ({count})</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number on the engine&apos;s machine</source>
        <translation>Nummer auf der Maschine der Engine</translation>
    </message>
    <message>
        <source>On average since it began</source>
        <translation>Im Durchschnitt seit Beginn</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>{engine}: connecting…</source>
        <translation>{engine}: wird verbunden…</translation>
    </message>
    <message>
        <source>{engine}: running</source>
        <translation>{engine}: läuft</translation>
    </message>
    <message>
        <source>{engine}: not reachable</source>
        <translation>{engine}: nicht erreichbar</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Software emulation: slower. Why?</source>
        <translation>Software-Emulation: langsamer. Warum?</translation>
    </message>
    <message>
        <source>Emulated: why?</source>
        <translation>Emuliert: warum?</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window and the engine; disk held by images, containers and volumes</source>
        <translation>CPU und residenter Arbeitsspeicher dieses Fensters und der Engine; Speicherplatz von Images, Containern und Volumes</translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>Keine Aufgaben laufen</translation>
    </message>
    <message>
        <source>Show what is running and what was done</source>
        <translation>Zeigen, was läuft und was getan wurde</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window, QEMU and the machine&apos;s supervisor; disk that the machine&apos;s image really takes on this computer</source>
        <translation>CPU und residenter Arbeitsspeicher dieses Fensters, von QEMU und der Aufsicht der Maschine; Speicherplatz, den der Datenträger der Maschine auf diesem Computer wirklich belegt</translation>
    </message>
    <message>
        <source>{machine} · connecting…</source>
        <translation>{machine} · wird verbunden…</translation>
    </message>
    <message>
        <source>Disk {size}</source>
        <translation>Datenträger {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n Aufgabe läuft</numerusform>
            <numerusform>%n Aufgaben laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks: {words}</source>
        <translation>Aufgaben: {words}</translation>
    </message>
    <message>
        <source>CPU {percent}</source>
        <translation>CPU {percent}</translation>
    </message>
    <message>
        <source>Memory {size}</source>
        <translation>Arbeitsspeicher {size}</translation>
    </message>
    <message>
        <source>Davit uses {figures}</source>
        <translation>Davit verbraucht {figures}</translation>
    </message>
    <message>
        <source>Close the task drawer (Esc)</source>
        <translation>Aufgabenleiste schließen (Esc)</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Bisher wurde nichts getan.</translation>
    </message>
    <message>
        <source>Cancel: {task}</source>
        <translation>Abbrechen: {task}</translation>
    </message>
    <message>
        <source>Progress of {task}</source>
        <translation>Fortschritt von {task}</translation>
    </message>
    <message>
        <source>{outcome} {time}</source>
        <comment>of a task, and the time of day when it ended</comment>
        <translation>{outcome} {time}</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Befehl kopiert</translation>
    </message>
    <message>
        <source>Scroll through the terminal</source>
        <translation>Durch das Terminal scrollen</translation>
    </message>
    <message>
        <source>Debug shell</source>
        <translation>Debug-Shell</translation>
    </message>
    <message>
        <source>A helper container runs a shell from another image beside {name}. It sees the same processes and network, and the files at /proc/1/root. It is deleted when its terminal is closed.</source>
        <translation>Ein Hilfscontainer führt neben {name} eine Shell aus einem anderen Image aus. Er sieht dieselben Prozesse und dasselbe Netzwerk, und die Dateien unter /proc/1/root. Er wird gelöscht, wenn sein Terminal geschlossen wird.</translation>
    </message>
    <message>
        <source>Open debug shell</source>
        <translation>Debug-Shell öffnen</translation>
    </message>
    <message>
        <source>There is no image to take a shell from. Pull one, such as busybox.</source>
        <translation>Es gibt kein Image, aus dem sich eine Shell nehmen lässt. Eines herunterladen, etwa busybox.</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>Neues Terminal</translation>
    </message>
    <message>
        <source>as the container&apos;s own</source>
        <translation>wie der Container selbst</translation>
    </message>
    <message>
        <source>Enter a command.</source>
        <translation>Einen Befehl eingeben.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>Im Terminal suchen</translation>
    </message>
    <message>
        <source>Previous (Enter, Shift+F3)</source>
        <translation>Voriger (Enter, Shift+F3)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter, F3)</source>
        <translation>Nächster (Shift+Enter, F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>New terminal (Ctrl+Shift+N)</source>
        <translation>Neues Terminal (Strg+Shift+N)</translation>
    </message>
    <message>
        <source>Other terminals…</source>
        <translation>Andere Terminals…</translation>
    </message>
    <message>
        <source>Close {name} (Ctrl+Shift+W)</source>
        <translation>{name} schließen (Strg+Shift+W)</translation>
    </message>
    <message>
        <source>Terminal {name} in {container}</source>
        <translation>Terminal {name} in {container}</translation>
    </message>
    <message>
        <source>No terminal is open</source>
        <translation>Kein Terminal ist offen</translation>
    </message>
    <message>
        <source>{name} is not running</source>
        <translation>{name} läuft nicht</translation>
    </message>
    <message>
        <source>A terminal can be opened while it runs.</source>
        <translation>Ein Terminal lässt sich öffnen, während er läuft.</translation>
    </message>
    <message>
        <source>Start container</source>
        <translation>Container starten</translation>
    </message>
    <message>
        <source>New terminal as root</source>
        <translation>Neues Terminal als root</translation>
    </message>
    <message>
        <source>New terminal with…</source>
        <translation>Neues Terminal mit…</translation>
    </message>
    <message>
        <source>The container&apos;s own terminal</source>
        <translation>Das eigene Terminal des Containers</translation>
    </message>
    <message>
        <source>Debug shell…</source>
        <translation>Debug-Shell…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>The container is paused.</source>
        <translation>Der Container ist pausiert.</translation>
    </message>
    <message>
        <source>The terminal can be opened again when it is back.</source>
        <translation>Das Terminal lässt sich wieder öffnen, wenn er zurück ist.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>Die Engine antwortet nicht.</translation>
    </message>
    <message>
        <source>The container has been deleted.</source>
        <translation>Der Container wurde gelöscht.</translation>
    </message>
    <message>
        <source>The container has stopped.</source>
        <translation>Der Container wurde gestoppt.</translation>
    </message>
    <message>
        <source>{names} could not be run. A debug shell from another image sees the container&apos;s processes, network and files.</source>
        <translation>{names} ließ sich nicht ausführen. Eine Debug-Shell aus einem anderen Image sieht Prozesse, Netzwerk und Dateien des Containers.</translation>
    </message>
    <message>
        <source>There is no such program in this container.</source>
        <translation>In diesem Container gibt es kein solches Programm.</translation>
    </message>
    <message>
        <source>This image has no shell.</source>
        <translation>Dieses Image hat keine Shell.</translation>
    </message>
    <message>
        <source>The connection to the program broke.</source>
        <translation>Die Verbindung zum Programm ist abgebrochen.</translation>
    </message>
    <message>
        <source>The terminal could not be opened.</source>
        <translation>Das Terminal ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The program has ended with exit status {status}.</source>
        <translation>Das Programm endete mit Exit-Status {status}.</translation>
    </message>
    <message>
        <source>The program has ended.</source>
        <translation>Das Programm hat sich beendet.</translation>
    </message>
    <message>
        <source>Paste into the terminal</source>
        <translation>Ins Terminal einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>%n Zeile ins Terminal einfügen?</numerusform>
            <numerusform>%n Zeilen ins Terminal einfügen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>%n Zeile einfügen</numerusform>
            <numerusform>%n Zeilen einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask again in this terminal</source>
        <translation>In diesem Terminal nicht mehr fragen</translation>
    </message>
    <message>
        <source>Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu copies what it shows.</source>
        <translation>Tasten gehen an das Programm. Strg+Tab verlässt das Terminal; Bildschirm kopieren in seinem Menü kopiert, was es zeigt.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Copy screen</source>
        <translation>Bildschirm kopieren</translation>
    </message>
    <message>
        <source>Clear what has scrolled away</source>
        <translation>Weggescrolltes leeren</translation>
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
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Open Davit</source>
        <translation>Davit öffnen</translation>
    </message>
    <message>
        <source>No container is running</source>
        <translation>Kein Container läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n weiterer…</numerusform>
            <numerusform>%n weitere…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Davit: %n container(s) running</source>
        <translation>
            <numerusform>Davit: %n Container läuft</numerusform>
            <numerusform>Davit: %n Container laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Davit: idle</source>
        <translation>Davit: im Leerlauf</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Fertig: {what}</translation>
    </message>
    <message>
        <source>Back to the volumes (Alt+Left)</source>
        <translation>Zurück zu den Volumes (Alt+Left)</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>Klonen…</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Not used by any container</source>
        <translation>Von keinem Container verwendet</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>Import into it…</source>
        <translation>Hinein importieren…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>{name} (anonymous)</source>
        <translation>{name} (anonym)</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} oder mehr</translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation>Volume erstellen</translation>
    </message>
    <message>
        <source>A volume keeps files when the containers that use it are deleted.</source>
        <translation>Ein Volume behält Dateien, wenn die Container gelöscht werden, die es verwenden.</translation>
    </message>
    <message>
        <source>Driver and labels</source>
        <translation>Treiber und Labels</translation>
    </message>
    <message numerus="yes">
        <source>Pause them meanwhile</source>
        <translation>
            <numerusform>Ihn währenddessen pausieren</numerusform>
            <numerusform>Sie währenddessen pausieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export volume</source>
        <translation>Volume exportieren</translation>
    </message>
    <message>
        <source>All files of {name} are written to an archive.</source>
        <translation>Alle Dateien von {name} werden in ein Archiv geschrieben.</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the archive could hold half-written files.</source>
        <translation>Währenddessen könnte hineingeschrieben werden von: {names}. Das Archiv könnte halb geschriebene Dateien enthalten.</translation>
    </message>
    <message>
        <source>Clone volume</source>
        <translation>Volume klonen</translation>
    </message>
    <message>
        <source>All files of {name} are copied into a new volume.</source>
        <translation>Alle Dateien von {name} werden in ein neues Volume kopiert.</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>Name der Kopie</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the copy could hold half-written files.</source>
        <translation>Währenddessen könnte hineingeschrieben werden von: {names}. Die Kopie könnte halb geschriebene Dateien enthalten.</translation>
    </message>
    <message>
        <source>Import volume</source>
        <translation>Volume importieren</translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n file(s) and folder(s), {size}.</source>
        <translation>
            <numerusform>{file} enthält %n Datei oder Ordner, {size}.</numerusform>
            <numerusform>{file} enthält %n Dateien und Ordner, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new volume</source>
        <translation>Ein neues Volume</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Hinein in</translation>
    </message>
    <message>
        <source>Already there: {names}. Files of the same name are replaced, others stay.</source>
        <translation>Schon dort: {names}. Gleichnamige Dateien werden ersetzt, andere bleiben.</translation>
    </message>
    <message>
        <source>Nothing at its top has the same name. What is there stays.</source>
        <translation>Ganz oben trägt nichts denselben Namen. Was dort ist, bleibt.</translation>
    </message>
    <message>
        <source>{names} may read or write there meanwhile.</source>
        <translation>Währenddessen könnte dort gelesen oder geschrieben werden von: {names}.</translation>
    </message>
    <message>
        <source>Their files are gone for good. This cannot be undone.</source>
        <translation>Ihre Dateien sind endgültig weg. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>Volume löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)</source>
        <translation>
            <numerusform>%n Volume löschen</numerusform>
            <numerusform>%n Volumes löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} come free on the disk</source>
        <translation>{size} werden auf der Festplatte frei</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>noch nicht gezählt</translation>
    </message>
    <message>
        <source>Creating volume {name}</source>
        <translation>Volume {name} wird erstellt</translation>
    </message>
    <message>
        <source>Cannot create volume {name}</source>
        <translation>Volume {name} lässt sich nicht erstellen</translation>
    </message>
    <message>
        <source>Created volume {name}</source>
        <translation>Volume {name} erstellt</translation>
    </message>
    <message>
        <source>Delete the volume {name}?</source>
        <translation>Das Volume {name} löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)?</source>
        <translation>
            <numerusform>%n Volume löschen?</numerusform>
            <numerusform>%n Volumes löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) in use stay.</source>
        <translation>
            <numerusform>%n verwendetes Volume bleibt.</numerusform>
            <numerusform>%n verwendete Volumes bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete volumes</source>
        <translation>Volumes löschen</translation>
    </message>
    <message>
        <source>Prune unused volumes</source>
        <translation>Ungenutzte Volumes aufräumen</translation>
    </message>
    <message>
        <source>Anonymous only</source>
        <translation>Nur anonyme</translation>
    </message>
    <message>
        <source>All unused</source>
        <translation>Alle ungenutzten</translation>
    </message>
    <message>
        <source>No container uses them, running or not.</source>
        <translation>Kein Container verwendet sie, ob laufend oder nicht.</translation>
    </message>
    <message>
        <source>Deleting volume {name}</source>
        <translation>Volume {name} wird gelöscht</translation>
    </message>
    <message>
        <source>Cannot delete volume {name}</source>
        <translation>Volume {name} lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>Deleted volume {name}</source>
        <translation>Volume {name} gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n volume(s)</source>
        <translation>
            <numerusform>%n Volume wird gelöscht</numerusform>
            <numerusform>%n Volumes werden gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty volume</source>
        <translation>Volume leeren</translation>
    </message>
    <message>
        <source>Delete all files of the volume {name}?</source>
        <translation>Alle Dateien des Volumes {name} löschen?</translation>
    </message>
    <message>
        <source>Running containers use it: {names}.</source>
        <translation>Laufende Container verwenden es: {names}.</translation>
    </message>
    <message>
        <source>Emptying volume {name}</source>
        <translation>Volume {name} wird geleert</translation>
    </message>
    <message>
        <source>Cannot empty volume {name}</source>
        <translation>Das Volume {name} lässt sich nicht leeren</translation>
    </message>
    <message>
        <source>Emptied volume {name}</source>
        <translation>Volume {name} geleert</translation>
    </message>
    <message>
        <source>Copied the name of the volume</source>
        <translation>Name des Volumes kopiert</translation>
    </message>
    <message>
        <source>Compressed archives (*.tar.gz *.tgz)</source>
        <translation>Komprimierte Archive (*.tar.gz *.tgz)</translation>
    </message>
    <message>
        <source>Exporting volume {name}</source>
        <translation>Volume {name} wird exportiert</translation>
    </message>
    <message>
        <source>Cannot export volume {name}</source>
        <translation>Volume {name} lässt sich nicht exportieren</translation>
    </message>
    <message>
        <source>Exported volume {name}</source>
        <translation>Volume {name} exportiert</translation>
    </message>
    <message>
        <source>Cloning volume {name}</source>
        <translation>Volume {name} wird geklont</translation>
    </message>
    <message>
        <source>Cannot clone volume {name}</source>
        <translation>Volume {name} lässt sich nicht klonen</translation>
    </message>
    <message>
        <source>Cloned volume {name}</source>
        <translation>Volume {name} geklont</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</source>
        <translation>Archive (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</translation>
    </message>
    <message>
        <source>Cannot import {file}</source>
        <translation>{file} lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file} wird gelesen</translation>
    </message>
    <message>
        <source>Importing volume {name}</source>
        <translation>Volume {name} wird importiert</translation>
    </message>
    <message>
        <source>Cannot import volume {name}</source>
        <translation>Volume {name} lässt sich nicht importieren</translation>
    </message>
    <message>
        <source>Imported volume {name}</source>
        <translation>Volume {name} importiert</translation>
    </message>
    <message>
        <source>It is used by {names}</source>
        <translation>Es wird verwendet von {names}</translation>
    </message>
    <message numerus="yes">
        <source>Delete these containers first; stopped ones count too.</source>
        <translation>
            <numerusform>Zuerst diesen Container löschen; auch ein gestoppter zählt.</numerusform>
            <numerusform>Zuerst diese Container löschen; auch gestoppte zählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot list volumes</source>
        <translation>Volumes lassen sich nicht auflisten</translation>
    </message>
    <message>
        <source>{name}, running</source>
        <translation>{name}, läuft</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>Filter by name, container or stack</source>
        <translation>Nach Name, Container oder Stack filtern</translation>
    </message>
    <message>
        <source>No volumes</source>
        <translation>Keine Volumes</translation>
    </message>
    <message>
        <source>{volumes}, {size}</source>
        <translation>{volumes}, {size}</translation>
    </message>
    <message>
        <source>{words} ({size} unused)</source>
        <translation>{words} ({size} ungenutzt)</translation>
    </message>
    <message>
        <source>Welcome to Davit</source>
        <translation>Willkommen bei Davit</translation>
    </message>
    <message>
        <source>Containers are Linux programs. They run in a small Linux machine of their own, inside this computer. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Container sind Linux-Programme. Sie laufen in einer eigenen kleinen Linux-Maschine innerhalb dieses Computers. Nichts wird irgendwohin gesendet, und kein Konto ist nötig.</translation>
    </message>
    <message>
        <source>1  This computer</source>
        <translation>1  Dieser Computer</translation>
    </message>
    <message>
        <source>2  Start the machine</source>
        <translation>2  Maschine starten</translation>
    </message>
    <message>
        <source>3  Run your first container</source>
        <translation>3  Ersten Container ausführen</translation>
    </message>
    <message>
        <source>It runs, on {accelerator}.</source>
        <translation>Sie läuft, auf {accelerator}.</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>Beim ersten Mal dauert es einen Moment.</translation>
    </message>
    <message>
        <source>Its settings are on the Machine page.</source>
        <translation>Ihre Einstellungen stehen auf der Seite Maschine.</translation>
    </message>
    <message>
        <source>It gets a part of this computer&apos;s CPUs and memory, and a disk that takes only what is used. All of that can be changed later.</source>
        <translation>Sie erhält einen Teil der CPUs und des Arbeitsspeichers dieses Computers und einen Datenträger, der nur belegt, was genutzt wird. Alles davon lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Cannot check this computer</source>
        <translation>Dieser Computer lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else.</source>
        <translation>Fragt {host} nach der Liste der Versionen und teilt sonst nichts mit.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>A small web page that came with Davit. It opens in your browser and needs no network.</source>
        <translation>Eine kleine Webseite, die mit Davit kommt. Sie öffnet sich im Browser und braucht kein Netzwerk.</translation>
    </message>
    <message>
        <source>{file} is not a whole tar archive: {reason}</source>
        <translation>{file} ist kein vollständiges tar-Archiv: {reason}</translation>
    </message>
    <message>
        <source>There is a volume {name} already</source>
        <translation>Es gibt bereits ein Volume {name}</translation>
    </message>
    <message>
        <source>Cannot let docker use this engine</source>
        <translation>docker kann nicht auf diese Engine eingestellt werden</translation>
    </message>
    <message>
        <source>Containers are Linux programs with all they need. An engine runs them in the background. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Container sind Linux-Programme mit allem, was sie brauchen. Eine Engine führt sie im Hintergrund aus. Nichts wird irgendwohin gesendet, und kein Konto ist nötig.</translation>
    </message>
    <message>
        <source>Let docker use this engine</source>
        <translation>docker diese Engine verwenden lassen</translation>
    </message>
    <message>
        <source>2  Run your first container</source>
        <translation>2  Den ersten Container starten</translation>
    </message>
    <message>
        <source>Letting docker use this engine</source>
        <translation>docker wird auf diese Engine eingestellt</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>check of the machine</comment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>settings</source>
        <comment>check of the machine</comment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>accelerator</source>
        <comment>check of the machine</comment>
        <translation>Beschleuniger</translation>
    </message>
    <message>
        <source>supervisor</source>
        <comment>check of the machine</comment>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>engine</source>
        <comment>check of the machine</comment>
        <translation>Engine</translation>
    </message>
    <message>
        <source>clock</source>
        <comment>check of the machine</comment>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>none</source>
        <comment>check of the machine</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>not set up</source>
        <comment>what the machine is</comment>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the machine is</comment>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>what the machine is</comment>
        <translation>am Starten</translation>
    </message>
    <message>
        <source>running</source>
        <comment>what the machine is</comment>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>what the machine is</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>asleep</source>
        <comment>what the machine is</comment>
        <translation>im Ruhezustand</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>what the machine is</comment>
        <translation>am Stoppen</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the machine is</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>start</source>
        <comment>what is done to the machine</comment>
        <translation>starten</translation>
    </message>
    <message>
        <source>put to sleep</source>
        <comment>what is done to the machine</comment>
        <translation>in den Ruhezustand bringen</translation>
    </message>
    <message>
        <source>pause</source>
        <comment>what is done to the machine</comment>
        <translation>anhalten</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>what is done to the machine</comment>
        <translation>fortsetzen</translation>
    </message>
    <message>
        <source>clean up</source>
        <comment>what is done to the machine</comment>
        <translation>aufräumen</translation>
    </message>
    <message>
        <source>upgrade</source>
        <comment>what is done to the machine</comment>
        <translation>aktualisieren</translation>
    </message>
    <message>
        <source>repair</source>
        <comment>what is done to the machine</comment>
        <translation>reparieren</translation>
    </message>
    <message>
        <source>change</source>
        <comment>what is done to the machine</comment>
        <translation>ändern</translation>
    </message>
    <message>
        <source>Cannot keep the download in {folder}</source>
        <translation>Der Download kann nicht in {folder} abgelegt werden</translation>
    </message>
    <message>
        <source>{name} is not the file that was signed</source>
        <translation>{name} ist nicht die Datei, die signiert wurde</translation>
    </message>
    <message>
        <source>It was damaged or changed on the way, and has been deleted. Try again.</source>
        <translation>Sie wurde unterwegs beschädigt oder verändert und ist gelöscht. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The download of {name} broke off</source>
        <translation>Der Download von {name} ist abgebrochen</translation>
    </message>
    <message>
        <source>What has come is kept. Check the network, then try again.</source>
        <translation>Was angekommen ist, bleibt. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server does not give {name} (status {status})</source>
        <translation>Der Server gibt {name} nicht heraus (Status {status})</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{name} is longer than the file that was signed</source>
        <translation>{name} ist länger als die Datei, die signiert wurde</translation>
    </message>
    <message>
        <source>The server is not to be trusted. Nothing was installed.</source>
        <translation>Dem Server ist nicht zu trauen. Es wurde nichts installiert.</translation>
    </message>
    <message>
        <source>it ended after {size}</source>
        <translation>es endete nach {size}</translation>
    </message>
    <message>
        <source>The server of the updates is too slow</source>
        <translation>Der Server der Updates ist zu langsam</translation>
    </message>
    <message>
        <source>What has come is kept. Try again later.</source>
        <translation>Was angekommen ist, bleibt. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>There is no room for the download in {folder}</source>
        <translation>In {folder} ist kein Platz für den Download</translation>
    </message>
    <message>
        <source>It needs {size}, and {free} are free. Delete files to make room.</source>
        <translation>Er braucht {size}, und {free} sind frei. Löschen Sie Dateien, um Platz zu schaffen.</translation>
    </message>
    <message>
        <source>Type: {command}</source>
        <translation>Geben Sie ein: {command}</translation>
    </message>
    <message>
        <source>Cannot put in {name}</source>
        <translation>{name} kann nicht eingesetzt werden</translation>
    </message>
    <message>
        <source>The disk image holds no application</source>
        <translation>Das Speicherabbild enthält kein Programm</translation>
    </message>
    <message>
        <source>{program} does not end</source>
        <translation>{program} endet nicht</translation>
    </message>
    <message>
        <source>{program} failed</source>
        <translation>{program} ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The list of updates does not end</source>
        <translation>Die Liste der Updates hört nicht auf</translation>
    </message>
    <message>
        <source>The server has no list of updates (status {status})</source>
        <translation>Der Server hat keine Liste der Updates (Status {status})</translation>
    </message>
    <message>
        <source>The list of updates cannot be had</source>
        <translation>Die Liste der Updates ist nicht zu bekommen</translation>
    </message>
    <message>
        <source>The list of updates is past its date</source>
        <translation>Die Liste der Updates ist abgelaufen</translation>
    </message>
    <message>
        <source>If this computer&apos;s clock is right, the server was neglected, or somebody on the way keeps newer lists from you. Try again later, or over another network.</source>
        <translation>Wenn die Uhr dieses Computers richtig geht, wurde der Server vernachlässigt, oder jemand unterwegs enthält Ihnen neuere Listen vor. Versuchen Sie es später oder über ein anderes Netzwerk noch einmal.</translation>
    </message>
    <message>
        <source>The list of updates is older than the one that was seen before</source>
        <translation>Die Liste der Updates ist älter als die zuletzt gesehene</translation>
    </message>
    <message>
        <source>The list of updates is not signed by those who make Davit</source>
        <translation>Die Liste der Updates ist nicht von denen signiert, die Davit machen</translation>
    </message>
    <message>
        <source>The parts of the list of updates do not belong together</source>
        <translation>Die Teile der Liste der Updates gehören nicht zusammen</translation>
    </message>
    <message>
        <source>The list of updates cannot be understood</source>
        <translation>Die Liste der Updates ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>Cannot keep the list of updates in {folder}</source>
        <translation>Die Liste der Updates kann nicht in {folder} abgelegt werden</translation>
    </message>
    <message>
        <source>Somebody on the way may have changed it. Nothing was installed. Try again later, or over another network.</source>
        <translation>Jemand unterwegs kann sie verändert haben. Es wurde nichts installiert. Versuchen Sie es später oder über ein anderes Netzwerk noch einmal.</translation>
    </message>
    <message>
        <source>The server of the updates cannot be asked</source>
        <translation>Der Server der Updates kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Cannot ask {address} for updates</source>
        <translation>{address} kann nicht nach Updates gefragt werden</translation>
    </message>
    <message>
        <source>Its address must begin with https://</source>
        <translation>Die Adresse muss mit https:// beginnen</translation>
    </message>
    <message>
        <source>Cannot write to {folder}</source>
        <translation>In {folder} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Cannot look for updates</source>
        <translation>Nach Updates kann nicht gesucht werden</translation>
    </message>
    <message>
        <source>Davit {version} did not start</source>
        <translation>Davit {version} ist nicht gestartet</translation>
    </message>
    <message>
        <source>Davit {previous} is back in its place</source>
        <translation>Davit {previous} ist wieder da</translation>
    </message>
    <message>
        <source>This version is not offered again. Containers and data are untouched.</source>
        <translation>Diese Version wird nicht wieder angeboten. Container und Daten sind unberührt.</translation>
    </message>
    <message>
        <source>Davit {version} was not installed</source>
        <translation>Davit {version} wurde nicht installiert</translation>
    </message>
    <message>
        <source>The installation did not come to its end</source>
        <translation>Die Installation wurde nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Try again from the settings.</source>
        <translation>Versuchen Sie es in den Einstellungen noch einmal.</translation>
    </message>
    <message>
        <source>{what} is downloaded</source>
        <translation>{what} ist heruntergeladen</translation>
    </message>
    <message>
        <source>Cannot download {what}</source>
        <translation>{what} kann nicht heruntergeladen werden</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>{what} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Cannot install {what}</source>
        <translation>{what} kann nicht installiert werden</translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation>{what} wird installiert</translation>
    </message>
    <message>
        <source>Cannot repair Davit</source>
        <translation>Davit kann nicht repariert werden</translation>
    </message>
    <message>
        <source>Davit {version} is not offered any more</source>
        <translation>Davit {version} wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Install the newest version from the website.</source>
        <translation>Installieren Sie die neueste Version von der Website.</translation>
    </message>
    <message>
        <source>Repairing Davit</source>
        <translation>Davit wird repariert</translation>
    </message>
    <message>
        <source>guest image {version}</source>
        <translation>Gast-Image {version}</translation>
    </message>
    <message>
        <source>There is a new guest image for the machine: {version}</source>
        <translation>Es gibt ein neues Gast-Image für die Maschine: {version}</translation>
    </message>
    <message>
        <source>There is a new version: Davit {version}</source>
        <translation>Es gibt eine neue Version: Davit {version}</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>Einmal am Tag nach einer neuen Version sehen</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else. Nothing is downloaded or installed without you.</source>
        <translation>Fragt {host} nach der Liste der Versionen und teilt sonst nichts mit. Ohne Sie wird nichts heruntergeladen oder installiert.</translation>
    </message>
    <message>
        <source>Address of a mirror</source>
        <translation>Adresse eines Spiegels</translation>
    </message>
    <message>
        <source>What a mirror gives is verified with the same signatures.</source>
        <translation>Was ein Spiegel liefert, wird mit denselben Signaturen geprüft.</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>Hier ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Davit came with this system&apos;s packages, which bring new versions as well.</source>
        <translation>Davit kam mit den Paketen dieses Systems, die auch neue Versionen bringen.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Das ist die neueste Version.</translation>
    </message>
    <message>
        <source>Never looked.</source>
        <translation>Noch nie nachgesehen.</translation>
    </message>
    <message>
        <source>Last looked: {ago}</source>
        <translation>Zuletzt nachgesehen: {ago}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was neu ist</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>Herunterladen ({size})</translation>
    </message>
    <message>
        <source>Install and restart Davit</source>
        <translation>Installieren und Davit neu starten</translation>
    </message>
    <message>
        <source>Restart the machine with it</source>
        <translation>Die Maschine damit neu starten</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>Diese Version überspringen</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} von {total}</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Install it with:</source>
        <translation>Es ist heruntergeladen und geprüft. Installieren Sie es mit:</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Containers stop while the machine restarts.</source>
        <translation>Es ist heruntergeladen und geprüft. Container stehen still, während die Maschine neu startet.</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Davit closes and opens again.</source>
        <translation>Es ist heruntergeladen und geprüft. Davit schließt sich und öffnet sich wieder.</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>Befehl kopiert</translation>
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
        <translation>Diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>The engine went away before the build ended.</source>
        <translation>Die Engine war weg, bevor der Build endete.</translation>
    </message>
    <message>
        <source>A line of the .dockerignore is only “!”: name what to keep.</source>
        <translation>Eine Zeile der .dockerignore ist nur „!“: Nennen Sie, was bleiben soll.</translation>
    </message>
    <message>
        <source>The .dockerignore has a pattern that cannot be read: {pattern}</source>
        <translation>Die .dockerignore enthält ein unlesbares Muster: {pattern}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>From {base}</source>
        <translation>Aus {base}</translation>
    </message>
    <message>
        <source>&lt; 0.1 s</source>
        <translation>&lt; 0.1 s</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the steps print them.</source>
        <translation>Noch nichts ausgegeben. Zeilen erscheinen hier, wie die Schritte sie ausgeben.</translation>
    </message>
    <message>
        <source>Nothing was printed. What comes from the cache is not run again.</source>
        <translation>Es wurde nichts ausgegeben. Was aus dem Cache kommt, läuft nicht noch einmal.</translation>
    </message>
    <message>
        <source>Cannot list builds</source>
        <translation>Builds lassen sich nicht auflisten</translation>
    </message>
</context>
</TS>
