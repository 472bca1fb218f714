<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The registry refused {key}</source>
        <translation>El registro rechazó {key}</translation>
    </message>
    <message>
        <source>The credentials for {server} in {file} are damaged. Log in again.</source>
        <translation>Las credenciales de {server} en {file} están dañadas. Vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>The credential helper {program} is not installed, but {file} asks for it.</source>
        <translation>El asistente de credenciales {program} no está instalado, pero {file} lo pide.</translation>
    </message>
    <message>
        <source>Cannot read {path}: {error}</source>
        <translation>No se puede leer {path}: {error}</translation>
    </message>
    <message>
        <source>{path} is not a JSON object</source>
        <translation>{path} no es un objeto JSON</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}</source>
        <translation>No se puede escribir {path}: {reason}</translation>
    </message>
    <message>
        <source>Cannot read the context &quot;{name}&quot; in {path}: {error}</source>
        <translation>No se puede leer el contexto «{name}» en {path}: {error}</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot; exists already and leads to {host}. Choose another name, or remove it: docker context rm {name}</source>
        <translation>El contexto de docker «{name}» ya existe y lleva a {host}. Elija otro nombre o elimínelo: docker context rm {name}</translation>
    </message>
    <message>
        <source>The context &quot;{name}&quot; is not Davit&apos;s: docker context rm {name}</source>
        <translation>El contexto «{name}» no es de Davit: docker context rm {name}</translation>
    </message>
    <message>
        <source>Cannot remove {file}: {reason}</source>
        <translation>No se puede eliminar {file}: {reason}</translation>
    </message>
    <message>
        <source>The engine ended the output in the middle of a message.</source>
        <translation>El motor cortó la salida en medio de un mensaje.</translation>
    </message>
    <message>
        <source>The engine went away before the container ended.</source>
        <translation>El motor se fue antes de que terminara el contenedor.</translation>
    </message>
    <message>
        <source>The engine ended the log in the middle of a message.</source>
        <translation>El motor cortó el registro en medio de un mensaje.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be understood: {error}</source>
        <translation>No se entendió la respuesta del motor: {error}</translation>
    </message>
    <message>
        <source>Cannot reach the engine at {host}: {why}. {hint}</source>
        <translation>No se puede acceder al motor en {host}: {why}. {hint}</translation>
    </message>
    <message>
        <source>the engine answered with status {status} and no explanation</source>
        <translation>el motor respondió con el estado {status} y sin explicación</translation>
    </message>
    <message>
        <source>The engine did not say what the path is.</source>
        <translation>El motor no dijo qué es la ruta.</translation>
    </message>
    <message>
        <source>The output is not a multiplexed stream; was it made with a terminal?</source>
        <translation>La salida no es un flujo multiplexado; ¿se creó con un terminal?</translation>
    </message>
    <message>
        <source>The engine sent a line without end.</source>
        <translation>El motor envió una línea sin fin.</translation>
    </message>
    <message>
        <source>{host!r} is not the address of an engine. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} no es la dirección de un motor. Use unix:///path/to/engine.sock o tcp://host:port.</translation>
    </message>
    <message>
        <source>{host!r} has no valid port: {error}.</source>
        <translation>{host!r} no tiene un puerto válido: {error}.</translation>
    </message>
    <message>
        <source>{host!r} names no host. Use tcp://host:port.</source>
        <translation>{host!r} no indica ningún host. Use tcp://host:port.</translation>
    </message>
    <message>
        <source>Cannot use {host!r}: {scheme}:// is not supported here. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>No se puede usar {host!r}: aquí no se admite {scheme}://. Use unix:///path/to/engine.sock o tcp://host:port.</translation>
    </message>
    <message>
        <source>The name is too long to ask the engine for it</source>
        <translation>El nombre es demasiado largo para consultarlo al motor</translation>
    </message>
    <message>
        <source>The engine at {host} did not open a two-way stream (status {status}). A proxy in between may not pass upgrades on.</source>
        <translation>El motor en {host} no abrió un flujo bidireccional (estado {status}). Puede que un proxy intermedio no deje pasar los cambios de protocolo (upgrade).</translation>
    </message>
    <message>
        <source>The engine at {host} did not answer in time.</source>
        <translation>El motor en {host} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The engine at {host} ended the connection early: {error}</source>
        <translation>El motor en {host} cerró la conexión antes de tiempo: {error}</translation>
    </message>
    <message>
        <source>The connection to the engine at {host} broke: {error}</source>
        <translation>Se cortó la conexión con el motor en {host}: {error}</translation>
    </message>
    <message>
        <source>{host} leads to a place without TLS</source>
        <translation>{host} lleva a un lugar sin TLS</translation>
    </message>
    <message>
        <source>{host} does not answer in time</source>
        <translation>{host} no responde a tiempo</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {reason}</source>
        <translation>No se puede acceder a {host}: {reason}</translation>
    </message>
    <message>
        <source>The connection to {host} broke: {reason}</source>
        <translation>Se cortó la conexión con {host}: {reason}</translation>
    </message>
    <message>
        <source>The stream from the engine broke: {error}</source>
        <translation>Se cortó el flujo desde el motor: {error}</translation>
    </message>
    <message>
        <source>The stream to the engine broke: {error}</source>
        <translation>Se cortó el flujo hacia el motor: {error}</translation>
    </message>
    <message>
        <source>Cannot use the certificates in {folder} for {host}: {error}. It must hold ca.pem, cert.pem and key.pem.</source>
        <translation>No se pueden usar los certificados de {folder} para {host}: {error}. La carpeta debe contener ca.pem, cert.pem y key.pem.</translation>
    </message>
    <message>
        <source>the socket does not exist</source>
        <translation>el socket no existe</translation>
    </message>
    <message>
        <source>Is the engine running? Start it with: sudo systemctl start davit-engine, or one in a machine with: davit machine start</source>
        <translation>¿Está en marcha el motor? Se inicia con: sudo systemctl start davit-engine, o uno en una máquina con: davit machine start</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>Add yourself to the socket&apos;s group (sudo usermod -aG davit $USER) and log in again.</source>
        <translation>Añada su usuario al grupo del socket (sudo usermod -aG davit $USER) y vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>nothing is listening there</source>
        <translation>nada escucha ahí</translation>
    </message>
    <message>
        <source>Is the engine running?</source>
        <translation>¿Está en marcha el motor?</translation>
    </message>
    <message>
        <source>the host name cannot be resolved</source>
        <translation>no se puede resolver el nombre del host</translation>
    </message>
    <message>
        <source>Check DAVIT_HOST and DOCKER_HOST.</source>
        <translation>Revise DAVIT_HOST y DOCKER_HOST.</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>no respondió a tiempo</translation>
    </message>
    <message>
        <source>Check the address and whether a firewall is in between.</source>
        <translation>Revise la dirección y si hay un cortafuegos en medio.</translation>
    </message>
    <message>
        <source>There is no davit-engine service on this computer</source>
        <translation>No hay ningún servicio davit-engine en este equipo</translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation>El servicio no se inició</translation>
    </message>
    <message>
        <source>Port {port} is in use by container {name}</source>
        <translation>El puerto {port} está en uso por el contenedor {name}</translation>
    </message>
    <message>
        <source>Windows keeps port {port} for itself</source>
        <translation>Windows se reserva el puerto {port}</translation>
    </message>
    <message>
        <source>Port {port} is in use by {program}</source>
        <translation>El puerto {port} está en uso por {program}</translation>
    </message>
    <message>
        <source>Port {port} is in use</source>
        <translation>El puerto {port} está en uso</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>un programa de otro usuario</translation>
    </message>
    <message>
        <source>{program} (pid {pid})</source>
        <translation>{program} (pid {pid})</translation>
    </message>
    <message>
        <source>the process with pid {pid}</source>
        <translation>el proceso con pid {pid}</translation>
    </message>
    <message>
        <source>Cannot build from {folder}: {reason}</source>
        <translation>No se puede construir desde {folder}: {reason}</translation>
    </message>
    <message>
        <source>The Dockerfile is named twice: what comes on stdin is no archive, so it is one too</source>
        <translation>El Dockerfile se indica dos veces: lo que llega por stdin no es un archivo comprimido, así que también lo es</translation>
    </message>
    <message>
        <source>There is no Dockerfile at {path}. Name it with -f.</source>
        <translation>No hay ningún Dockerfile en {path}. Indíquelo con -f.</translation>
    </message>
    <message>
        <source>{path} is too large for what it is</source>
        <translation>{path} es demasiado grande para lo que es</translation>
    </message>
    <message>
        <source>{path} changed while it was read</source>
        <translation>{path} cambió mientras se leía</translation>
    </message>
    <message>
        <source>{path} shrank while it was read</source>
        <translation>{path} se redujo mientras se leía</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}</source>
        <translation>No se puede leer {path}: {reason}</translation>
    </message>
    <message>
        <source>Cannot keep the log in {folder}: {reason}. Free some disk space.</source>
        <translation>No se puede conservar el registro en {folder}: {reason}. Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Earlier lines could not be fetched: {reason}</source>
        <translation>No se pudieron obtener las líneas anteriores: {reason}</translation>
    </message>
    <message>
        <source>Not a time. Write 10m, 2h, 14:30 or 2026-11-21 14:30.</source>
        <comment>example times</comment>
        <translation>No es una hora. Escriba 10m, 2h, 14:30 o 2026-11-21 14:30.</translation>
    </message>
    <message>
        <source>Not a regular expression: {reason}</source>
        <translation>No es una expresión regular: {reason}</translation>
    </message>
    <message>
        <source>Stopped: this expression takes longer than {seconds} s on a part of the log. Try a simpler one, without nested repetition.</source>
        <translation>Se detuvo: esta expresión tarda más de {seconds} s en una parte del registro. Pruebe una más sencilla, sin repeticiones anidadas.</translation>
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
        <translation>ahora</translation>
    </message>
    <message>
        <source>This user may not use the engine at {socket}.</source>
        <translation>Este usuario no puede usar el motor en {socket}.</translation>
    </message>
    <message>
        <source>Join its group and log in again: sudo usermod -aG davit $USER. Or run an engine of your own in a machine: davit machine start</source>
        <translation>Únase a su grupo y vuelva a iniciar sesión: sudo usermod -aG davit $USER. O ejecute un motor propio en una máquina: davit machine start</translation>
    </message>
    <message>
        <source>The engine at {socket} does not run.</source>
        <translation>El motor en {socket} no está en marcha.</translation>
    </message>
    <message>
        <source>Start it: sudo systemctl start davit-engine. Or run one in a machine: davit machine start</source>
        <translation>Inícielo: sudo systemctl start davit-engine. O ejecute uno en una máquina: davit machine start</translation>
    </message>
    <message>
        <source>There is no engine on this computer yet.</source>
        <translation>Todavía no hay ningún motor en este equipo.</translation>
    </message>
    <message>
        <source>Start one in a machine of its own: davit machine start</source>
        <translation>Inicie uno en su propia máquina: davit machine start</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, does not exist.</source>
        <translation>El contexto de docker «{name}», que pide DOCKER_CONTEXT, no existe.</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, names no engine.</source>
        <translation>El contexto de docker «{name}», que pide DOCKER_CONTEXT, no indica ningún motor.</translation>
    </message>
    <message>
        <source>Unset DOCKER_CONTEXT, or choose one of: docker context ls</source>
        <translation>Quite DOCKER_CONTEXT o elija uno de: docker context ls</translation>
    </message>
    <message>
        <source>The machine is paused. Go on with: davit machine resume</source>
        <translation>La máquina está en pausa. Para reanudarla: davit machine resume</translation>
    </message>
    <message>
        <source>Starting the machine…</source>
        <translation>Iniciando la máquina…</translation>
    </message>
    <message>
        <source>The engine ended the connection</source>
        <translation>El motor cerró la conexión</translation>
    </message>
    <message>
        <source>The machine ended</source>
        <translation>La máquina terminó</translation>
    </message>
    <message>
        <source>{name} ran out of memory and was killed</source>
        <translation>{name} se quedó sin memoria y se terminó a la fuerza</translation>
    </message>
    <message>
        <source>{name} stopped with code {code}</source>
        <translation>{name} se detuvo con el código {code}</translation>
    </message>
    <message>
        <source>Running ✓</source>
        <translation>En ejecución ✓</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Con problemas de salud</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Reiniciando</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Eliminando</translation>
    </message>
    <message>
        <source>Out of memory ({code})</source>
        <translation>Sin memoria ({code})</translation>
    </message>
    <message>
        <source>Exited ({code})</source>
        <translation>Terminado ({code})</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Muerto</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example.com:3128</source>
        <translation>Escríbalo como http://proxy.example.com:3128</translation>
    </message>
    <message>
        <source>{entry} is no address like https://mirror.example.com</source>
        <translation>{entry} no es una dirección como https://mirror.example.com</translation>
    </message>
    <message>
        <source>{entry} is neither a registry like registry.example.com:5000 nor a range like 10.0.0.0/8</source>
        <translation>{entry} no es un registro como registry.example.com:5000 ni un intervalo como 10.0.0.0/8</translation>
    </message>
    <message>
        <source>Write the whole path, like /home/me/certs.d</source>
        <translation>Escriba la ruta completa, como /home/me/certs.d</translation>
    </message>
    <message>
        <source>The machine does not see this folder: share it on the Machine page first</source>
        <translation>La máquina no ve esta carpeta: compártala primero en la página Máquina</translation>
    </message>
    <message>
        <source>The engine could not run it.</source>
        <translation>El motor no pudo ejecutarlo.</translation>
    </message>
    <message>
        <source>Its command was found but cannot be run.</source>
        <translation>Su comando se encontró, pero no se puede ejecutar.</translation>
    </message>
    <message>
        <source>Its command was not found.</source>
        <translation>Su comando no se encontró.</translation>
    </message>
    <message>
        <source>It was interrupted (SIGINT), as by Ctrl+C.</source>
        <translation>Se interrumpió (SIGINT), como con Ctrl+C.</translation>
    </message>
    <message>
        <source>It gave up (SIGABRT).</source>
        <translation>Abandonó (SIGABRT).</translation>
    </message>
    <message>
        <source>It was killed (SIGKILL): by somebody, or because it did not stop in time.</source>
        <translation>Se terminó a la fuerza (SIGKILL): lo hizo alguien o no se detuvo a tiempo.</translation>
    </message>
    <message>
        <source>It crashed: it used memory that is not its own (SIGSEGV).</source>
        <translation>Falló: usó memoria que no es suya (SIGSEGV).</translation>
    </message>
    <message>
        <source>It was asked to stop (SIGTERM), and did.</source>
        <translation>Se le pidió que se detuviera (SIGTERM), y lo hizo.</translation>
    </message>
    <message>
        <source>The kernel killed it: it wanted more memory than its limit.</source>
        <translation>El núcleo lo terminó: quería más memoria que su límite.</translation>
    </message>
    <message>
        <source>It ended by itself, without an error.</source>
        <translation>Terminó por sí mismo, sin errores.</translation>
    </message>
    <message>
        <source>It was ended by the signal {name}.</source>
        <translation>Lo terminó la señal {name}.</translation>
    </message>
    <message>
        <source>It ended with the error code {code}.</source>
        <translation>Terminó con el código de error {code}.</translation>
    </message>
    <message>
        <source>Its lines end in different ways.</source>
        <translation>Sus líneas terminan de formas distintas.</translation>
    </message>
    <message>
        <source>It holds control characters that an editor would lose.</source>
        <translation>Contiene caracteres de control que un editor perdería.</translation>
    </message>
    <message>
        <source>It has lines too long to edit.</source>
        <translation>Tiene líneas demasiado largas para editarlas.</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Puertos</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volúmenes</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Comprobación de salud</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas (labels)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Built with Docker</source>
        <translation>Construida con Docker</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Imagen base</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Digests</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>Entrypoint</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Carpeta de trabajo</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>Señal de parada</translation>
    </message>
    <message>
        <source>On build</source>
        <translation>Al construir</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Tiempo límite</translation>
    </message>
    <message>
        <source>Starts after</source>
        <translation>Empieza tras</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Reintentos</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) are made from it: {names}</source>
        <translation>
            <numerusform>%n contenedor se creó a partir de ella: {names}</numerusform>
            <numerusform>%n contenedores se crearon a partir de ella: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>The container {names} is made from it</source>
        <translation>El contenedor {names} se creó a partir de ella</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>containers</comment>
        <translation>
            <numerusform> y %n más</numerusform>
            <numerusform> y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the container first.</source>
        <translation>Elimine antes el contenedor.</translation>
    </message>
    <message>
        <source>Delete the containers first.</source>
        <translation>Elimine antes los contenedores.</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Montajes</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Limits and restart</source>
        <translation>Límites y reinicio</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>Id de la imagen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Código de salida</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Sin memoria</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Id del proceso</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Storage driver</source>
        <translation>Controlador de almacenamiento</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>Controlador de registros</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Directorio de trabajo</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Entrada estándar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>Init process</source>
        <translation>Proceso init</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>Nombre de host</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>sin publicar</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>sin dirección</translation>
    </message>
    <message>
        <source>gateway {address}</source>
        <translation>puerta de enlace {address}</translation>
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
        <translation>Política de reinicio</translation>
    </message>
    <message>
        <source>{policy}, at most {count} times</source>
        <translation>{policy}, como máximo {count} veces</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU set</source>
        <translation>Conjunto de CPU</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Removed when stopped</source>
        <translation>Se elimina al detenerse</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>Privilegiado</translation>
    </message>
    <message>
        <source>Added capabilities</source>
        <translation>Capacidades añadidas</translation>
    </message>
    <message>
        <source>Dropped capabilities</source>
        <translation>Capacidades quitadas</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Failing streak</source>
        <translation>Fallos seguidos</translation>
    </message>
    <message>
        <source>exit code {code}: {output}</source>
        <translation>código de salida {code}: {output}</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>su contraseña</translation>
    </message>
    <message>
        <source>its user</source>
        <translation>su usuario</translation>
    </message>
    <message>
        <source>a database that it makes</source>
        <translation>una base de datos que crea</translation>
    </message>
    <message>
        <source>that you accept its licence</source>
        <translation>que se acepta su licencia</translation>
    </message>
    <message>
        <source>its user and password, as neo4j/password</source>
        <translation>su usuario y contraseña, como neo4j/password</translation>
    </message>
    <message>
        <source>that it stands alone</source>
        <translation>que funciona en solitario</translation>
    </message>
    <message>
        <source>the e-mail to sign in with</source>
        <translation>el correo con el que se inicia sesión</translation>
    </message>
    <message>
        <source>Start QEMU</source>
        <translation>Iniciar QEMU</translation>
    </message>
    <message>
        <source>Boot the kernel</source>
        <translation>Arrancar el núcleo</translation>
    </message>
    <message>
        <source>Mount the system</source>
        <translation>Montar el sistema</translation>
    </message>
    <message>
        <source>Check the data disk</source>
        <translation>Comprobar el disco de datos</translation>
    </message>
    <message>
        <source>Set up the network</source>
        <translation>Configurar la red</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>Iniciar el motor</translation>
    </message>
    <message>
        <source>Open the Docker endpoint</source>
        <translation>Abrir el punto de acceso de Docker</translation>
    </message>
    <message>
        <source>software emulation</source>
        <translation>emulación por software</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>disk size</source>
        <translation>tamaño del disco</translation>
    </message>
    <message>
        <source>shared folders</source>
        <translation>carpetas compartidas</translation>
    </message>
    <message>
        <source>ports of this computer</source>
        <translation>puertos de este equipo</translation>
    </message>
    <message>
        <source>idle stop</source>
        <translation>parada por inactividad</translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation>acelerador</translation>
    </message>
    <message>
        <source>guest image</source>
        <translation>imagen del sistema invitado</translation>
    </message>
    <message>
        <source>share transport</source>
        <translation>transporte de carpetas compartidas</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>engine settings</source>
        <translation>ajustes del motor</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <comment>state of the machine</comment>
        <translation>En rescate</translation>
    </message>
    <message>
        <source>Not set up</source>
        <comment>state of the machine</comment>
        <translation>Sin configurar</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>state of the machine</comment>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>state of the machine</comment>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state of the machine</comment>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of the machine</comment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Asleep</source>
        <comment>state of the machine</comment>
        <translation>Dormida</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>state of the machine</comment>
        <translation>Deteniéndose</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of the machine</comment>
        <translation>Con fallo</translation>
    </message>
    <message>
        <source>Machine: rescue</source>
        <translation>Máquina: en rescate</translation>
    </message>
    <message>
        <source>Machine: not set up</source>
        <translation>Máquina: sin configurar</translation>
    </message>
    <message>
        <source>Machine: stopped</source>
        <translation>Máquina: detenida</translation>
    </message>
    <message>
        <source>Machine: starting</source>
        <translation>Máquina: iniciando</translation>
    </message>
    <message>
        <source>Machine: running</source>
        <translation>Máquina: en marcha</translation>
    </message>
    <message>
        <source>Machine: paused</source>
        <translation>Máquina: en pausa</translation>
    </message>
    <message>
        <source>Machine: asleep</source>
        <translation>Máquina: dormida</translation>
    </message>
    <message>
        <source>Machine: stopping</source>
        <translation>Máquina: deteniéndose</translation>
    </message>
    <message>
        <source>Machine: failed</source>
        <translation>Máquina: con fallo</translation>
    </message>
    <message>
        <source>the data disk needs a repair</source>
        <translation>el disco de datos necesita una reparación</translation>
    </message>
    <message>
        <source>the machine is not set up</source>
        <translation>la máquina no está configurada</translation>
    </message>
    <message>
        <source>the machine is stopped</source>
        <translation>la máquina está detenida</translation>
    </message>
    <message>
        <source>the machine is starting</source>
        <translation>la máquina se está iniciando</translation>
    </message>
    <message>
        <source>the machine is running</source>
        <translation>la máquina está en marcha</translation>
    </message>
    <message>
        <source>the machine is paused</source>
        <translation>la máquina está en pausa</translation>
    </message>
    <message>
        <source>the machine is asleep</source>
        <translation>la máquina está dormida</translation>
    </message>
    <message>
        <source>the machine is stopping</source>
        <translation>la máquina se está deteniendo</translation>
    </message>
    <message>
        <source>the machine is failed</source>
        <translation>la máquina ha fallado</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>Emulación</translation>
    </message>
    <message>
        <source>Set up and start</source>
        <translation>Configurar e iniciar</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Despertar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Set up and start the machine</source>
        <translation>Configurar e iniciar la máquina</translation>
    </message>
    <message>
        <source>Wake the machine</source>
        <translation>Despertar la máquina</translation>
    </message>
    <message>
        <source>Start the machine</source>
        <translation>Iniciar la máquina</translation>
    </message>
    <message>
        <source>This computer has {count}; more make the machine slower.</source>
        <translation>Este equipo tiene {count}; más hacen la máquina más lenta.</translation>
    </message>
    <message>
        <source>All of this computer&apos;s CPUs: other programs may stutter while containers work.</source>
        <translation>Todas las CPU de este equipo: otros programas pueden ir a tirones mientras los contenedores trabajan.</translation>
    </message>
    <message>
        <source>More than three quarters of this computer&apos;s memory: it may begin to swap.</source>
        <translation>Más de tres cuartos de la memoria de este equipo: puede empezar a usar la memoria de intercambio.</translation>
    </message>
    <message>
        <source>More than is free on this computer&apos;s disk: the machine may find it full one day.</source>
        <translation>Más de lo que queda libre en el disco de este equipo: un día la máquina puede encontrarlo lleno.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} y {last}</translation>
    </message>
    <message>
        <source>{word} is not a port: write numbers from 1 to 65535, or all</source>
        <translation>{word} no es un puerto: escriba números de 1 a 65535, o all</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>Tras 5 minutos</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>Tras 15 minutos</translation>
    </message>
    <message>
        <source>After 30 minutes</source>
        <translation>Tras 30 minutos</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>Tras 1 hora</translation>
    </message>
    <message>
        <source>After {count} min</source>
        <translation>Tras {count} min</translation>
    </message>
    <message>
        <source>After {count} s</source>
        <translation>Tras {count} s</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>Sigue en marcha</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Fell asleep</source>
        <translation>Se durmió</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Terminada a la fuerza</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>end of a start</comment>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>end of a start</comment>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>end of a start</comment>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Sin probar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>Instalar {name}</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Join the group {name}</source>
        <translation>Unirse al grupo {name}</translation>
    </message>
    <message>
        <source>Let it use the hypervisor</source>
        <translation>Permitirle usar el hipervisor</translation>
    </message>
    <message>
        <source>Release from quarantine</source>
        <translation>Sacar de la cuarentena</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Restart this computer for it to count. Until then Davit works in emulation, which is slower.</source>
        <translation>Reinicie este equipo para que tenga efecto. Hasta entonces Davit funciona en emulación, que es más lenta.</translation>
    </message>
    <message>
        <source>Log out and in again for it to count.</source>
        <translation>Cierre la sesión y vuelva a entrar para que tenga efecto.</translation>
    </message>
    <message>
        <source>{count} of {all} checks needs attention</source>
        <comment>one check</comment>
        <translation>{count} de {all} comprobaciones requiere atención</translation>
    </message>
    <message>
        <source>{count} of {all} checks need attention</source>
        <comment>several checks</comment>
        <translation>{count} de {all} comprobaciones requieren atención</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n comprobación superada</numerusform>
            <numerusform>%n comprobaciones superadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}, %n could not be tried.</source>
        <translation>
            <numerusform>{verdict}, %n no se pudo probar.</numerusform>
            <numerusform>{verdict}, %n no se pudieron probar.</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}.</source>
        <translation>{verdict}.</translation>
    </message>
    <message>
        <source>There is a network of this name already</source>
        <translation>Ya hay una red con este nombre</translation>
    </message>
    <message>
        <source>A gateway needs a subnet</source>
        <translation>Una puerta de enlace necesita una subred</translation>
    </message>
    <message>
        <source>The subnet must be like 172.30.0.0/16</source>
        <translation>La subred debe ser como 172.30.0.0/16</translation>
    </message>
    <message>
        <source>The subnet overlaps that of {name}, {subnet}</source>
        <translation>La subred se solapa con la de {name}, {subnet}</translation>
    </message>
    <message>
        <source>The gateway must be like 172.30.0.1</source>
        <translation>La puerta de enlace debe ser como 172.30.0.1</translation>
    </message>
    <message>
        <source>The gateway is not in the subnet</source>
        <translation>La puerta de enlace no está en la subred</translation>
    </message>
    <message>
        <source>the window shows the container&apos;s log instead</source>
        <translation>la ventana muestra en su lugar el registro del contenedor</translation>
    </message>
    <message>
        <source>it is about signals that a terminal sends</source>
        <translation>trata de señales que envía un terminal</translation>
    </message>
    <message>
        <source>it is about keys pressed in a terminal</source>
        <translation>trata de teclas pulsadas en un terminal</translation>
    </message>
    <message>
        <source>it is about what a terminal prints</source>
        <translation>trata de lo que imprime un terminal</translation>
    </message>
    <message>
        <source>the window writes no such file</source>
        <translation>la ventana no escribe ese archivo</translation>
    </message>
    <message>
        <source>it says what is so anyway</source>
        <translation>indica lo que ya es así</translation>
    </message>
    <message>
        <source>engines take it no longer</source>
        <translation>los motores ya no la aceptan</translation>
    </message>
    <message>
        <source>The text is too long to be a command.</source>
        <translation>El texto es demasiado largo para ser un comando.</translation>
    </message>
    <message>
        <source>This is not a command: {why}.</source>
        <translation>Esto no es un comando: {why}.</translation>
    </message>
    <message>
        <source>There is no docker run in this text.</source>
        <translation>No hay ningún docker run en este texto.</translation>
    </message>
    <message>
        <source>The command names no image.</source>
        <translation>El comando no indica ninguna imagen.</translation>
    </message>
    <message>
        <source>{part}: only your shell knows what stands for it. Put it in by hand.</source>
        <translation>{part}: solo su shell sabe qué representa. Introdúzcalo a mano.</translation>
    </message>
    <message>
        <source>What follows the command is not taken: {rest}</source>
        <translation>Lo que sigue al comando no se tiene en cuenta: {rest}</translation>
    </message>
    <message>
        <source>{flag}: it runs in the engine that this window shows.</source>
        <translation>{flag}: se ejecuta en el motor que muestra esta ventana.</translation>
    </message>
    <message>
        <source>docker create does not start the container; here it is started.</source>
        <translation>docker create no inicia el contenedor; aquí sí se inicia.</translation>
    </message>
    <message>
        <source>{flag}: docker run has no such flag.</source>
        <translation>{flag}: docker run no tiene esa opción.</translation>
    </message>
    <message>
        <source>{flag}: it needs a value.</source>
        <translation>{flag}: necesita un valor.</translation>
    </message>
    <message>
        <source>{flag} is not taken: {why}.</source>
        <translation>{flag} no se tiene en cuenta: {why}.</translation>
    </message>
    <message>
        <source>{path}: Davit does not know the folder it starts from. Choose it by hand.</source>
        <translation>{path}: Davit no conoce la carpeta de la que parte. Elíjala a mano.</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>El motor no responde</translation>
    </message>
    <message>
        <source>The connection to the engine broke</source>
        <translation>Se cortó la conexión con el motor</translation>
    </message>
    <message>
        <source>See whether it happened all the same, then try again.</source>
        <translation>Compruebe si se hizo de todos modos y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Davit made a mistake</source>
        <translation>Davit cometió un error</translation>
    </message>
    <message>
        <source>Please report it with the details.</source>
        <translation>Comuníquelo junto con los detalles.</translation>
    </message>
    <message>
        <source>Stop what uses it, or publish another port of this computer.</source>
        <translation>Detenga lo que lo usa o publique otro puerto de este equipo.</translation>
    </message>
    <message>
        <source>The image has no program {program}</source>
        <translation>La imagen no tiene el programa {program}</translation>
    </message>
    <message>
        <source>Check the command and the entrypoint.</source>
        <translation>Revise el comando y el entrypoint.</translation>
    </message>
    <message>
        <source>Pull the image first.</source>
        <translation>Descargue antes la imagen.</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other container.</source>
        <translation>Elija otro nombre o elimine el otro contenedor.</translation>
    </message>
    <message>
        <source>The registry {registry} cannot be reached: {reason}</source>
        <translation>No se puede acceder al registro {registry}: {reason}</translation>
    </message>
    <message>
        <source>Check the image&apos;s name and the network.</source>
        <translation>Revise el nombre de la imagen y la red.</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>no se dio ningún motivo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Ya está aquí</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>Ya está allí</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>Extrayendo</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>Subiendo</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag</source>
        <translation>El registro no tiene ninguna imagen con este nombre y etiqueta</translation>
    </message>
    <message>
        <source>Check the name, or search: the tags there are will be listed.</source>
        <translation>Revise el nombre o busque: se listarán las etiquetas que hay.</translation>
    </message>
    <message>
        <source>The registry has no such repository, or shows it only to some</source>
        <translation>El registro no tiene ese repositorio, o solo lo muestra a algunos</translation>
    </message>
    <message>
        <source>Check the name, or log in.</source>
        <translation>Revise el nombre o inicie sesión.</translation>
    </message>
    <message>
        <source>The registry wants a login</source>
        <translation>El registro pide iniciar sesión</translation>
    </message>
    <message>
        <source>Log in and try again.</source>
        <translation>Inicie sesión y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>Hay una comilla sin cerrar</translation>
    </message>
    <message>
        <source>Write a flag of docker run, such as --ulimit nofile=1024</source>
        <translation>Escriba una opción de docker run, como --ulimit nofile=1024</translation>
    </message>
    <message>
        <source>A flag and its value belong on one line, and nothing else</source>
        <translation>Una opción y su valor van en una sola línea, sin nada más</translation>
    </message>
    <message>
        <source>Give the whole path of the folder</source>
        <translation>Indique la ruta completa de la carpeta</translation>
    </message>
    <message>
        <source>{image} is not the name of an image</source>
        <translation>{image} no es el nombre de una imagen</translation>
    </message>
    <message>
        <source>A name has two or more letters, digits, _ . or -, the first a letter or digit</source>
        <translation>Un nombre tiene dos o más letras, cifras, _ . o -, y empieza por una letra o cifra</translation>
    </message>
    <message>
        <source>There is a container named {name}</source>
        <translation>Hay un contenedor llamado {name}</translation>
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
            <numerusform>%n volumen</numerusform>
            <numerusform>%n volúmenes</numerusform>
        </translation>
    </message>
    <message>
        <source>{running} running of {total}</source>
        <translation>{running} en ejecución de {total}</translation>
    </message>
    <message>
        <source>There is a volume of this name already</source>
        <translation>Ya hay un volumen con este nombre</translation>
    </message>
    <message>
        <source>Two or more letters, digits and _ . - only, a letter or digit first</source>
        <translation>Solo dos o más letras, cifras y _ . -, empezando por una letra o cifra</translation>
    </message>
    <message>
        <source>{line}: write it as name=value</source>
        <translation>{line}: escríbalo como name=value</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Controlador</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Ámbito</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>Carpeta en este equipo</translation>
    </message>
    <message>
        <source>Driver options</source>
        <translation>Opciones del controlador</translation>
    </message>
    <message>
        <source>The engine&apos;s archive could not be read: {error}</source>
        <translation>No se pudo leer el archivo comprimido del motor: {error}</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>No es un archivo normal</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>De la caché</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>Construyendo</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpida</translation>
    </message>
    <message>
        <source>{cached} of {steps} from cache</source>
        <translation>{cached} de {steps} de la caché</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Filter by words or command</source>
        <translation>Filtrar por palabras o comando</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Todavía no se ha hecho nada</translation>
    </message>
    <message>
        <source>What you do in this window is listed here, with the command that does the same.</source>
        <translation>Aquí aparece lo que se hace en esta ventana, con el comando que hace lo mismo.</translation>
    </message>
    <message>
        <source>Export as script…</source>
        <translation>Exportar como script…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>Vaciar…</translation>
    </message>
    <message>
        <source>Copy as docker command</source>
        <translation>Copiar como comando docker</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Details of what is selected</source>
        <translation>Detalles de lo seleccionado</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Export as script</source>
        <translation>Exportar como script</translation>
    </message>
    <message>
        <source>Cannot write {file}</source>
        <translation>No se puede escribir {file}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Guardado como {file}</translation>
    </message>
    <message>
        <source>Clear activity</source>
        <translation>Vaciar la actividad</translation>
    </message>
    <message numerus="yes">
        <source>The journal of %n action(s) will be forgotten.</source>
        <translation>
            <numerusform>Se olvidará el historial de %n acción.</numerusform>
            <numerusform>Se olvidará el historial de %n acciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Containers, images and volumes stay as they are.</source>
        <translation>Los contenedores, las imágenes y los volúmenes quedan como están.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cannot clear the activity</source>
        <translation>No se puede vaciar la actividad</translation>
    </message>
    <message>
        <source>Bring back what was deleted just now (Ctrl+Z)</source>
        <translation>Recuperar lo que se acaba de eliminar (Ctrl+Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n eliminado</numerusform>
            <numerusform>%n eliminados</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation>Recuperar {name}</translation>
    </message>
    <message>
        <source>Bring back all</source>
        <translation>Recuperar todo</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>No seleccionar nada (Esc)</translation>
    </message>
    <message>
        <source>More for the selected</source>
        <translation>Más para lo seleccionado</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionado</numerusform>
            <numerusform>%n seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n container(s)</source>
        <translation>
            <numerusform>Eliminar %n contenedor</numerusform>
            <numerusform>Eliminar %n contenedores</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>Eliminar {count}</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>aún sin cifras</translation>
    </message>
    <message>
        <source>{value} of {limit}</source>
        <translation>{value} de {limit}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>límite {value}</translation>
    </message>
    <message>
        <source>Port {port} is not published</source>
        <translation>El puerto {port} no está publicado</translation>
    </message>
    <message>
        <source>The container is not running</source>
        <translation>El contenedor no está en ejecución</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Visible on your network</source>
        <translation>Visible en su red</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Puerto {port}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message numerus="yes">
        <source>%n more port(s)</source>
        <translation>
            <numerusform>%n puerto más</numerusform>
            <numerusform>%n puertos más</numerusform>
        </translation>
    </message>
    <message>
        <source>{cached} of {steps}</source>
        <translation>{cached} de {steps}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Built from</source>
        <translation>Construida desde</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Iniciada</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>Builds</translation>
    </message>
    <message>
        <source>Filter by name, folder or state</source>
        <translation>Filtrar por nombre, carpeta o estado</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Construir…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>Aún no hay builds</translation>
    </message>
    <message>
        <source>A Dockerfile says how to make an image of your own. Choose the folder that it lies in, or drop it here. Builds from a terminal are listed too.</source>
        <translation>Un Dockerfile dice cómo hacer una imagen propia. Elija la carpeta en la que está o suéltela aquí. Las builds de un terminal también aparecen.</translation>
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
            <numerusform>{builds}, %n en curso</numerusform>
            <numerusform>{builds}, %n en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>Iniciar o detener</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Forzar parada</translation>
    </message>
    <message>
        <source>View logs</source>
        <translation>Ver registros</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>Abrir terminal</translation>
    </message>
    <message>
        <source>Run another like it…</source>
        <translation>Ejecutar otro igual…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Limits and restart policy…</source>
        <translation>Límites y política de reinicio…</translation>
    </message>
    <message>
        <source>Commit to image…</source>
        <translation>Crear imagen (commit)…</translation>
    </message>
    <message>
        <source>Export files…</source>
        <translation>Exportar archivos…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Copiar id</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Fijar arriba</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Open stack</source>
        <translation>Abrir stack</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Iniciar todos</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Detener todos</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>Reiniciar todos</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar todos</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Reanudar todos</translation>
    </message>
    <message>
        <source>Renaming {name}</source>
        <translation>Cambiando el nombre de {name}</translation>
    </message>
    <message>
        <source>Cannot rename {name}</source>
        <translation>No se puede cambiar el nombre de {name}</translation>
    </message>
    <message>
        <source>Renamed {name} to {new}</source>
        <translation>{name} ahora se llama {new}</translation>
    </message>
    <message>
        <source>Changing the limits of {name}</source>
        <translation>Cambiando los límites de {name}</translation>
    </message>
    <message>
        <source>Cannot change the limits of {name}</source>
        <translation>No se pueden cambiar los límites de {name}</translation>
    </message>
    <message>
        <source>Changed the limits of {name}</source>
        <translation>Límites de {name} cambiados</translation>
    </message>
    <message>
        <source>Cannot read {name}</source>
        <translation>No se puede leer {name}</translation>
    </message>
    <message>
        <source>Committing {name}</source>
        <translation>Creando una imagen de {name}</translation>
    </message>
    <message>
        <source>Cannot commit {name}</source>
        <translation>No se puede crear una imagen de {name}</translation>
    </message>
    <message>
        <source>Committed {name} to {image}</source>
        <translation>Imagen {image} creada a partir de {name}</translation>
    </message>
    <message>
        <source>Export the files of a container</source>
        <translation>Exportar los archivos de un contenedor</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>Archivos tar (*.tar)</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Exportando {name}</translation>
    </message>
    <message>
        <source>Cannot export {name}</source>
        <translation>No se puede exportar {name}</translation>
    </message>
    <message>
        <source>Exported {name} to {path}</source>
        <translation>{name} exportado a {path}</translation>
    </message>
    <message>
        <source>Start (Space)</source>
        <translation>Iniciar (Espacio)</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>Detener (Espacio)</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>Reanudar (Espacio)</translation>
    </message>
    <message>
        <source>Start all of the project</source>
        <translation>Iniciar todos los del proyecto</translation>
    </message>
    <message>
        <source>Stop all of the project</source>
        <translation>Detener todos los del proyecto</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Eliminar (Supr)</translation>
    </message>
    <message>
        <source>All ports</source>
        <translation>Todos los puertos</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Proyecto de Compose</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspeccionar</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Back to the containers (Alt+Left)</source>
        <translation>Volver a los contenedores (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Copiar el id</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Contenedor</translation>
    </message>
    <message>
        <source>Copy the id {id}</source>
        <translation>Copiar el id {id}</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Cuando falla</translation>
    </message>
    <message>
        <source>Always, unless it was stopped</source>
        <translation>Siempre, salvo si se detuvo</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Rename container</source>
        <translation>Cambiar nombre del contenedor</translation>
    </message>
    <message>
        <source>A new name for {name}.</source>
        <translation>Un nombre nuevo para {name}.</translation>
    </message>
    <message>
        <source>Another container has this name</source>
        <translation>Otro contenedor tiene este nombre</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, two of them at least</source>
        <translation>Solo letras, cifras y _ . -, al menos dos</translation>
    </message>
    <message>
        <source>Make an image of the files of {name} as they are now.</source>
        <translation>Crear una imagen de los archivos de {name} tal como están ahora.</translation>
    </message>
    <message>
        <source>Commit to image</source>
        <translation>Crear imagen (commit)</translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation>nombre:etiqueta</translation>
    </message>
    <message>
        <source>Pause the container meanwhile</source>
        <translation>Pausar el contenedor mientras tanto</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Volumes are not part of the image.</source>
        <translation>Los volúmenes no forman parte de la imagen.</translation>
    </message>
    <message>
        <source>A name has no digest</source>
        <translation>Un nombre no lleva digest</translation>
    </message>
    <message>
        <source>Not a name of an image</source>
        <translation>No es el nombre de una imagen</translation>
    </message>
    <message>
        <source>What {name} may use, from now on. Nothing is restarted.</source>
        <translation>Lo que {name} puede usar a partir de ahora. No se reinicia nada.</translation>
    </message>
    <message>
        <source>Limits and restart policy</source>
        <translation>Límites y política de reinicio</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>Cambiar límites</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>For example 512m or 2g</source>
        <translation>Por ejemplo, 512m o 2g</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Volver a iniciar</translation>
    </message>
    <message>
        <source>CPUs are a number such as 1.5, memory is a size such as 512m</source>
        <translation>Las CPU son un número como 1.5; la memoria, un tamaño como 512m</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Contenedores</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>hace {duration}</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Columnas como al principio</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}, fijado</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} eliminado</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n container(s)</source>
        <translation>
            <numerusform>%n contenedor eliminado</numerusform>
            <numerusform>%n contenedores eliminados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s)</source>
        <translation>
            <numerusform>%n id copiado</numerusform>
            <numerusform>%n ids copiados</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the id of {name}</source>
        <translation>Id de {name} copiado</translation>
    </message>
    <message>
        <source>Cannot build {name}</source>
        <translation>No se puede construir {name}</translation>
    </message>
    <message>
        <source>Built {name} in {time}</source>
        <translation>{name} construida en {time}</translation>
    </message>
    <message>
        <source>The build of {name} failed</source>
        <translation>La build de {name} ha fallado</translation>
    </message>
    <message>
        <source>Building {name}</source>
        <translation>Construyendo {name}</translation>
    </message>
    <message>
        <source>Cancelling the build of {name}</source>
        <translation>Cancelando la build de {name}</translation>
    </message>
    <message>
        <source>Cannot cancel the build of {name}</source>
        <translation>No se puede cancelar la build de {name}</translation>
    </message>
    <message>
        <source>Deleted the build of {name}</source>
        <translation>Build de {name} eliminada</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n build(s)</source>
        <translation>
            <numerusform>%n build eliminada</numerusform>
            <numerusform>%n builds eliminadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the build of {name}</source>
        <translation>Eliminando la build de {name}</translation>
    </message>
    <message>
        <source>Cannot delete the build of {name}</source>
        <translation>No se puede eliminar la build de {name}</translation>
    </message>
    <message>
        <source>The image has been deleted since</source>
        <translation>La imagen se ha eliminado desde entonces</translation>
    </message>
    <message>
        <source>Copied the docker command</source>
        <translation>Comando docker copiado</translation>
    </message>
    <message>
        <source>Sent {size}</source>
        <translation>{size} enviados</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <source>Opening {address}</source>
        <translation>Abriendo {address}</translation>
    </message>
    <message>
        <source>Cannot open {address}</source>
        <translation>No se puede abrir {address}</translation>
    </message>
    <message>
        <source>Copied {address}</source>
        <translation>Copiado: {address}</translation>
    </message>
    <message>
        <source>No browser was found. Copied {address}</source>
        <translation>No se encontró ningún navegador. Copiado: {address}</translation>
    </message>
    <message>
        <source>Cannot kill {name}</source>
        <translation>No se puede forzar la parada de {name}</translation>
    </message>
    <message>
        <source>Killing {name}</source>
        <translation>Forzando la parada de {name}</translation>
    </message>
    <message>
        <source>Cannot delete {name}</source>
        <translation>No se puede eliminar {name}</translation>
    </message>
    <message>
        <source>Deleting {name}</source>
        <translation>Eliminando {name}</translation>
    </message>
    <message>
        <source>Stopping {name}</source>
        <translation>Deteniendo {name}</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>Iniciando {name}</translation>
    </message>
    <message>
        <source>Cannot start {name}</source>
        <translation>No se puede iniciar {name}</translation>
    </message>
    <message>
        <source>{now}, then {next}</source>
        <translation>{now}, luego {next}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Cannot stop {name}</source>
        <translation>No se puede detener {name}</translation>
    </message>
    <message>
        <source>Restarting {name}</source>
        <translation>Reiniciando {name}</translation>
    </message>
    <message>
        <source>Cannot restart {name}</source>
        <translation>No se puede reiniciar {name}</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Pausando</translation>
    </message>
    <message>
        <source>Pausing {name}</source>
        <translation>Pausando {name}</translation>
    </message>
    <message>
        <source>Cannot pause {name}</source>
        <translation>No se puede pausar {name}</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Reanudando</translation>
    </message>
    <message>
        <source>Resuming {name}</source>
        <translation>Reanudando {name}</translation>
    </message>
    <message>
        <source>Cannot resume {name}</source>
        <translation>No se puede reanudar {name}</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ejecutar…</translation>
    </message>
    <message>
        <source>Run a new container (Ctrl+N)</source>
        <translation>Ejecutar un contenedor nuevo (Ctrl+N)</translation>
    </message>
    <message>
        <source>{running} running · {total} in all</source>
        <translation>{running} en ejecución · {total} en total</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n container(s)</source>
        <translation>
            <numerusform>El filtro oculta %n contenedor</numerusform>
            <numerusform>El filtro oculta %n contenedores</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>Cannot register a docker context</source>
        <translation>No se puede registrar un contexto de docker</translation>
    </message>
    <message>
        <source>Registering a docker context</source>
        <translation>Registrando un contexto de docker</translation>
    </message>
    <message>
        <source>Docker command line</source>
        <translation>Línea de comandos de Docker</translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation>Dirección del motor</translation>
    </message>
    <message>
        <source>Register docker context</source>
        <translation>Registrar contexto de docker</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Contexto de docker</translation>
    </message>
    <message>
        <source>Makes a docker context named davit, for: docker context use davit</source>
        <translation>Crea un contexto de docker llamado davit, para: docker context use davit</translation>
    </message>
    <message>
        <source>Copy as DOCKER_HOST</source>
        <translation>Copiar como DOCKER_HOST</translation>
    </message>
    <message>
        <source>Copied the address</source>
        <translation>Dirección copiada</translation>
    </message>
    <message>
        <source>Registered. Use it with: docker context use davit</source>
        <translation>Registrado. Se usa con: docker context use davit</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar el comando</translation>
    </message>
    <message>
        <source>Choose a folder to build from</source>
        <translation>Elija una carpeta desde la que construir</translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation>Construir una imagen</translation>
    </message>
    <message>
        <source>A folder, or the address of a Git repository</source>
        <translation>Una carpeta o la dirección de un repositorio Git</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>Añadir un nombre</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Add an argument</source>
        <translation>Añadir un argumento</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>Do every step again (no cache)</source>
        <translation>Repetir todos los pasos (sin caché)</translation>
    </message>
    <message>
        <source>Look for newer base images (pull)</source>
        <translation>Buscar imágenes base más recientes (pull)</translation>
    </message>
    <message>
        <source>Build image</source>
        <translation>Construir la imagen</translation>
    </message>
    <message>
        <source>Name for the image</source>
        <translation>Nombre de la imagen</translation>
    </message>
    <message>
        <source>Command: {command}</source>
        <translation>Comando: {command}</translation>
    </message>
    <message>
        <source>Build from a folder</source>
        <translation>Construir desde una carpeta</translation>
    </message>
    <message>
        <source>Choose a Dockerfile</source>
        <translation>Elegir un Dockerfile</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Otro archivo…</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>La última</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n etapa</numerusform>
            <numerusform>%n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>takes {names}</source>
        <translation>acepta {names}</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>línea {line}: {problem}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>No se puede usar el motor</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: {reason}.</source>
        <translation>Nada responde en {host}: {reason}.</translation>
    </message>
    <message>
        <source>The engine is not running</source>
        <translation>El motor no está en marcha</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Volver a intentar</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>Iniciar motor</translation>
    </message>
    <message>
        <source>Davit is not set up yet</source>
        <translation>Davit aún no está configurado</translation>
    </message>
    <message>
        <source>Containers run in a small Linux machine of their own. It is made in a minute and needs no network.</source>
        <translation>Los contenedores se ejecutan en una pequeña máquina Linux propia. Se crea en un minuto y no necesita red.</translation>
    </message>
    <message>
        <source>Set up Davit</source>
        <translation>Configurar Davit</translation>
    </message>
    <message>
        <source>The machine is starting</source>
        <translation>La máquina se está iniciando</translation>
    </message>
    <message>
        <source>The machine is stopping</source>
        <translation>La máquina se está deteniendo</translation>
    </message>
    <message>
        <source>Containers are stopped in good order.</source>
        <translation>Los contenedores se detienen ordenadamente.</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>La máquina está en pausa</translation>
    </message>
    <message>
        <source>Everything in it stands still until it is resumed.</source>
        <translation>Todo lo que contiene queda quieto hasta que se reanude.</translation>
    </message>
    <message>
        <source>The machine is asleep</source>
        <translation>La máquina está dormida</translation>
    </message>
    <message>
        <source>It was idle, so it gave back its memory. It wakes by itself when docker or davit need it.</source>
        <translation>Estaba inactiva, así que devolvió su memoria. Se despierta sola cuando docker o davit la necesitan.</translation>
    </message>
    <message>
        <source>The engine is stopped</source>
        <translation>El motor está detenido</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>Ver qué pasó</translation>
    </message>
    <message>
        <source>Its machine is not running. Containers, images and volumes are kept.</source>
        <translation>Su máquina no está en marcha. Los contenedores, las imágenes y los volúmenes se conservan.</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Iniciando el motor</translation>
    </message>
    <message>
        <source>Cannot start the engine</source>
        <translation>No se puede iniciar el motor</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>Iniciando la máquina</translation>
    </message>
    <message>
        <source>1 CPU</source>
        <translation>1 CPU</translation>
    </message>
    <message>
        <source>A machine that runs is taken over.</source>
        <translation>Se retoma una máquina en marcha.</translation>
    </message>
    <message>
        <source>An upgrade was interrupted; the old image serves again.</source>
        <translation>Se interrumpió una actualización; vuelve a servir la imagen anterior.</translation>
    </message>
    <message>
        <source>Another program may hold the machine&apos;s connection; davit machine diagnose looks further.</source>
        <translation>Quizá otro programa ocupe la conexión de la máquina; davit machine diagnose mira más a fondo.</translation>
    </message>
    <message>
        <source>Another program took its port over. Restart the machine: davit machine restart</source>
        <translation>Otro programa ocupó su puerto. Reinicie la máquina: davit machine restart</translation>
    </message>
    <message>
        <source>Another supervisor looks after this machine</source>
        <translation>Otro supervisor cuida de esta máquina</translation>
    </message>
    <message>
        <source>Another supervisor may be running: davit machine status</source>
        <translation>Quizá haya otro supervisor en marcha: davit machine status</translation>
    </message>
    <message>
        <source>Can this computer resolve names itself? After a change of network: davit machine restart</source>
        <translation>¿Resuelve nombres este equipo? Tras un cambio de red: davit machine restart</translation>
    </message>
    <message>
        <source>Cannot bring {wanted} into the machine</source>
        <translation>No se puede llevar {wanted} a la máquina</translation>
    </message>
    <message>
        <source>Cannot check the data disk</source>
        <translation>No se puede comprobar el disco de datos</translation>
    </message>
    <message>
        <source>Cannot close {forward}</source>
        <translation>No se puede cerrar {forward}</translation>
    </message>
    <message>
        <source>Cannot create the data disk</source>
        <translation>No se puede crear el disco de datos</translation>
    </message>
    <message>
        <source>Cannot create the machine</source>
        <translation>No se puede crear la máquina</translation>
    </message>
    <message>
        <source>Cannot find QEMU</source>
        <translation>No se encuentra QEMU</translation>
    </message>
    <message>
        <source>Cannot find qemu-img</source>
        <translation>No se encuentra qemu-img</translation>
    </message>
    <message>
        <source>Cannot find the guest image</source>
        <translation>No se encuentra la imagen del sistema invitado</translation>
    </message>
    <message>
        <source>Cannot follow the engine</source>
        <translation>No se puede seguir al motor</translation>
    </message>
    <message>
        <source>Cannot give the machine {asked} of memory</source>
        <translation>No se pueden dar {asked} de memoria a la máquina</translation>
    </message>
    <message>
        <source>Cannot give the machine {cpus} CPUs</source>
        <translation>No se pueden dar {cpus} CPU a la máquina</translation>
    </message>
    <message>
        <source>Cannot hand {name} to the guest</source>
        <translation>No se puede pasar {name} al sistema invitado</translation>
    </message>
    <message>
        <source>Cannot lay out the machine</source>
        <translation>No se puede preparar la máquina</translation>
    </message>
    <message>
        <source>Cannot listen on {path}</source>
        <translation>No se puede escuchar en {path}</translation>
    </message>
    <message>
        <source>Cannot make a disk of {asked}</source>
        <translation>No se puede hacer un disco de {asked}</translation>
    </message>
    <message>
        <source>Cannot open a port</source>
        <translation>No se puede abrir un puerto</translation>
    </message>
    <message>
        <source>Cannot open ports</source>
        <translation>No se pueden abrir puertos</translation>
    </message>
    <message>
        <source>Cannot open the host&apos;s port {port} to containers</source>
        <translation>No se puede abrir el puerto {port} de este equipo a los contenedores</translation>
    </message>
    <message>
        <source>Cannot open {forward}</source>
        <translation>No se puede abrir {forward}</translation>
    </message>
    <message>
        <source>Cannot put the Docker socket into {folder}</source>
        <translation>No se puede poner el socket de Docker en {folder}</translation>
    </message>
    <message>
        <source>Cannot reach QEMU at {path}</source>
        <translation>No se alcanza QEMU en {path}</translation>
    </message>
    <message>
        <source>Cannot reach the engine</source>
        <translation>No se alcanza el motor</translation>
    </message>
    <message>
        <source>Cannot reach the guest</source>
        <translation>No se alcanza el sistema invitado</translation>
    </message>
    <message>
        <source>Cannot reach the machine by SSH</source>
        <translation>No se alcanza la máquina por SSH</translation>
    </message>
    <message>
        <source>Cannot read the key {path}</source>
        <translation>No se puede leer la clave {path}</translation>
    </message>
    <message>
        <source>Cannot read the settings of the machine</source>
        <translation>No se pueden leer los ajustes de la máquina</translation>
    </message>
    <message>
        <source>Cannot read the size {text}</source>
        <translation>No se entiende el tamaño {text}</translation>
    </message>
    <message>
        <source>Cannot run {words}</source>
        <translation>No se puede ejecutar {words}</translation>
    </message>
    <message>
        <source>Cannot share {path}</source>
        <translation>No se puede compartir {path}</translation>
    </message>
    <message>
        <source>Cannot shrink the disk to {size}</source>
        <translation>No se puede reducir el disco a {size}</translation>
    </message>
    <message>
        <source>Cannot start QEMU</source>
        <translation>No se puede iniciar QEMU</translation>
    </message>
    <message>
        <source>Cannot start qemu-img</source>
        <translation>No se puede iniciar qemu-img</translation>
    </message>
    <message>
        <source>Cannot start the machine</source>
        <translation>No se puede iniciar la máquina</translation>
    </message>
    <message>
        <source>Cannot use the accelerator {setting}</source>
        <translation>No se puede usar el acelerador {setting}</translation>
    </message>
    <message>
        <source>Cannot use the disk image {path}</source>
        <translation>No se puede usar la imagen de disco {path}</translation>
    </message>
    <message>
        <source>Cannot use the folder {folder}</source>
        <translation>No se puede usar la carpeta {folder}</translation>
    </message>
    <message>
        <source>Cannot use the guest image in {folder}</source>
        <translation>No se puede usar la imagen invitada de {folder}</translation>
    </message>
    <message>
        <source>Cannot use the guest image {archive}</source>
        <translation>No se puede usar la imagen del invitado {archive}</translation>
    </message>
    <message>
        <source>Cannot use the idle time</source>
        <translation>No se puede usar el tiempo de inactividad</translation>
    </message>
    <message>
        <source>Cannot use the path {text}</source>
        <translation>No se puede usar la ruta {text}</translation>
    </message>
    <message>
        <source>Cannot use the setting {name}</source>
        <translation>No se puede usar el ajuste {name}</translation>
    </message>
    <message>
        <source>Cannot use the settings</source>
        <translation>No se pueden usar los ajustes</translation>
    </message>
    <message>
        <source>Cannot write the report {target}</source>
        <translation>No se puede escribir el informe {target}</translation>
    </message>
    <message>
        <source>Cannot {arguments} the data disk</source>
        <translation>Falló {arguments} sobre el disco de datos</translation>
    </message>
    <message>
        <source>Cannot {command} the machine</source>
        <translation>No se puede {command} la máquina</translation>
    </message>
    <message>
        <source>Cannot {purpose} while the machine is {state}</source>
        <translation>No es posible mientras la máquina está {state}: {purpose}</translation>
    </message>
    <message>
        <source>Change it with davit machine set, or remove it with davit machine reset.</source>
        <translation>Cámbiela con davit machine set o elimínela con davit machine reset.</translation>
    </message>
    <message>
        <source>Check that the Mac has virtualization: sysctl kern.hv_support says 1.</source>
        <translation>Compruebe que el Mac tiene virtualización: sysctl kern.hv_support da 1.</translation>
    </message>
    <message>
        <source>Check the permissions of the machine&apos;s folder.</source>
        <translation>Compruebe los permisos de la carpeta de la máquina.</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {cpus}.</source>
        <translation>Elija un número del 1 al {cpus}.</translation>
    </message>
    <message>
        <source>Choose a size between them.</source>
        <translation>Elija un tamaño intermedio.</translation>
    </message>
    <message>
        <source>Choose another file: davit machine diagnose --bundle FILE</source>
        <translation>Elija otro archivo: davit machine diagnose --bundle ARCHIVO</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Elija otro.</translation>
    </message>
    <message>
        <source>Choose auto, which takes the fastest that works.</source>
        <translation>Elija auto, que toma el más rápido que funcione.</translation>
    </message>
    <message>
        <source>Choose less.</source>
        <translation>Elija menos.</translation>
    </message>
    <message>
        <source>Choose more.</source>
        <translation>Elija más.</translation>
    </message>
    <message>
        <source>Choose seconds, or 0 to keep the machine running.</source>
        <translation>Elija segundos, o 0 para que la máquina siga en marcha.</translation>
    </message>
    <message>
        <source>Choose the right folder with davit machine set --image or {image_variable}.</source>
        <translation>Elija la carpeta correcta con davit machine set --image o {image_variable}.</translation>
    </message>
    <message>
        <source>Choose {mib}.</source>
        <translation>Elija {mib}.</translation>
    </message>
    <message>
        <source>Close it: chmod 700 {folder}</source>
        <translation>Ciérrela: chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Close it: chmod {most} {path}</source>
        <translation>Ciérrelo: chmod {most} {path}</translation>
    </message>
    <message>
        <source>Close other programs, or give it less: davit machine set --memory 1G</source>
        <translation>Cierre otros programas o dele menos: davit machine set --memory 1G</translation>
    </message>
    <message>
        <source>Create it: davit machine create</source>
        <translation>Créela: davit machine create</translation>
    </message>
    <message>
        <source>Create the machine: davit machine start</source>
        <translation>Cree la máquina: davit machine start</translation>
    </message>
    <message>
        <source>Delete files to make room.</source>
        <translation>Elimine archivos para hacer sitio.</translation>
    </message>
    <message>
        <source>Delete files. The machine pauses when nothing is left, and goes on afterwards.</source>
        <translation>Elimine archivos. La máquina se pausa cuando no queda nada y sigue después.</translation>
    </message>
    <message>
        <source>Delete it, or choose another with DAVIT_MACHINE_HOME.</source>
        <translation>Elimínela o elija otra con DAVIT_MACHINE_HOME.</translation>
    </message>
    <message>
        <source>Delete the file; a new one is made with the next start.</source>
        <translation>Elimine el archivo; el próximo inicio hace uno nuevo.</translation>
    </message>
    <message>
        <source>Docker endpoint</source>
        <translation>punto de acceso de Docker</translation>
    </message>
    <message>
        <source>Emulation works everywhere: davit machine set --accelerator tcg</source>
        <translation>La emulación funciona en todas partes: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>End it and start again: davit machine stop &amp;&amp; davit machine start</source>
        <translation>Termínelo e inicie de nuevo: davit machine stop &amp;&amp; davit machine start</translation>
    </message>
    <message>
        <source>End the other QEMU; davit machine status names it.</source>
        <translation>Termine el otro QEMU; davit machine status lo nombra.</translation>
    </message>
    <message>
        <source>Export what can be read (davit machine export), then: davit machine repair</source>
        <translation>Exporte lo que se pueda leer (davit machine export) y después: davit machine repair</translation>
    </message>
    <message>
        <source>Free some space, or put the machine elsewhere with DAVIT_MACHINE_HOME.</source>
        <translation>Libere espacio o ponga la máquina en otro lugar con DAVIT_MACHINE_HOME.</translation>
    </message>
    <message>
        <source>Gave back {size} that the data disk no longer used.</source>
        <translation>Se devolvieron {size} que el disco de datos ya no usaba.</translation>
    </message>
    <message>
        <source>Give it back: chown</source>
        <translation>Devuélvalo: chown</translation>
    </message>
    <message>
        <source>Give the machine less (davit machine set --memory 1G), or close other programs.</source>
        <translation>Dé menos a la máquina (davit machine set --memory 1G) o cierre otros programas.</translation>
    </message>
    <message>
        <source>Guests of another architecture are emulated, which is several times slower.</source>
        <translation>Los invitados de otra arquitectura se emulan, varias veces más despacio.</translation>
    </message>
    <message>
        <source>If it happens again, give the machine more memory or upgrade it.</source>
        <translation>Si vuelve a ocurrir, dé más memoria a la máquina o actualícela.</translation>
    </message>
    <message>
        <source>In a virtual machine, see that the computer below allows nested virtualization.</source>
        <translation>En una máquina virtual, el equipo de debajo debe permitir la virtualización anidada.</translation>
    </message>
    <message>
        <source>Install Davit again, or build the image: vm/image/build.py</source>
        <translation>Instale Davit de nuevo o construya la imagen: vm/image/build.py</translation>
    </message>
    <message>
        <source>Install Davit again, or name another image with: davit machine set --image</source>
        <translation>Instale Davit de nuevo o indique otra imagen: davit machine set --image</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along, or run: brew install qemu</source>
        <translation>Instale Davit de nuevo, que trae QEMU, o ejecute: brew install qemu</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along.</source>
        <translation>Instale Davit de nuevo, que trae QEMU.</translation>
    </message>
    <message>
        <source>Install Davit again.</source>
        <translation>Instale Davit de nuevo.</translation>
    </message>
    <message>
        <source>Install QEMU again with its firmware (Debian, Ubuntu: sudo apt install seabios).</source>
        <translation>Instale QEMU de nuevo con su firmware (Debian, Ubuntu: sudo apt install seabios).</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Instálelo de nuevo.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install qemu-utils</source>
        <translation>Instálelo: sudo apt install qemu-utils</translation>
    </message>
    <message>
        <source>Cannot turn on {subject}</source>
        <translation>No se puede activar {subject}</translation>
    </message>
    <message>
        <source>Cannot export to {path}</source>
        <translation>No se puede exportar a {path}</translation>
    </message>
    <message>
        <source>Cannot import {path}</source>
        <translation>No se puede importar {path}</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Export it again: davit machine export FILE</source>
        <translation>Expórtelo de nuevo: davit machine export ARCHIVO</translation>
    </message>
    <message>
        <source>Install it: sudo {debian} (Debian, Ubuntu) or sudo {fedora} (Fedora).</source>
        <translation>Instálelo: sudo {debian} (Debian, Ubuntu) o sudo {fedora} (Fedora).</translation>
    </message>
    <message>
        <source>Install it: sudo {here}</source>
        <translation>Instálelo: sudo {here}</translation>
    </message>
    <message>
        <source>Its log has the whole story: davit machine logs</source>
        <translation>Su registro lo cuenta todo: davit machine logs</translation>
    </message>
    <message>
        <source>Its log is C:\Windows\Logs\DISM\dism.log</source>
        <translation>Su registro es C:\Windows\Logs\DISM\dism.log</translation>
    </message>
    <message>
        <source>Its log may tell more: {supervisor_log}</source>
        <translation>Quizá su registro diga más: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its log may tell why: {supervisor_log}</source>
        <translation>Quizá su registro diga por qué: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its output says why. Another program may hold its files.</source>
        <translation>Su salida dice por qué. Quizá otro programa ocupe sus archivos.</translation>
    </message>
    <message>
        <source>Join the group kvm and log in again: sudo usermod -aG kvm $USER</source>
        <translation>Únase al grupo kvm y vuelva a iniciar sesión: sudo usermod -aG kvm $USER</translation>
    </message>
    <message>
        <source>Keep it.</source>
        <translation>Consérvelo.</translation>
    </message>
    <message>
        <source>Keep the size; space that is not used takes none on this computer. For a smaller one, export what you need and run: davit machine reset</source>
        <translation>Conserve el tamaño; el espacio sin usar no ocupa nada en este equipo. Para uno menor, exporte lo que necesite y ejecute: davit machine reset</translation>
    </message>
    <message>
        <source>Let Davit choose: davit machine set --accelerator auto</source>
        <translation>Deje que Davit elija: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Let Davit find it: davit machine set --qemu &apos;&apos;</source>
        <translation>Deje que Davit lo busque: davit machine set --qemu &apos;&apos;</translation>
    </message>
    <message>
        <source>Let it go on: davit machine resume</source>
        <translation>Déjela seguir: davit machine resume</translation>
    </message>
    <message>
        <source>Look at it and repair it: davit machine repair</source>
        <translation>Mírelo y repárelo: davit machine repair</translation>
    </message>
    <message>
        <source>Look at it: davit machine console</source>
        <translation>Mírela: davit machine console</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>Apártelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Move it out of the way.</source>
        <translation>Apártelo.</translation>
    </message>
    <message>
        <source>Move the volumes one by one, with Export and Import, and pull the images anew.</source>
        <translation>Mueva los volúmenes uno a uno, con Exportar e Importar, y vuelva a descargar las imágenes.</translation>
    </message>
    <message>
        <source>Name each folder once.</source>
        <translation>Nombre cada carpeta una sola vez.</translation>
    </message>
    <message>
        <source>Only root may listen below port {value} here. Publish a higher port, or allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</source>
        <translation>Aquí solo root puede escuchar por debajo del puerto {value}. Publique un puerto mayor o permítalo: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</translation>
    </message>
    <message>
        <source>Or let Davit choose: davit machine set --accelerator auto</source>
        <translation>O deje que Davit elija: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Publish it on an IPv4 address, such as 127.0.0.1.</source>
        <translation>Publíquelo en una dirección IPv4, como 127.0.0.1.</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that it has.</source>
        <translation>Publique en 127.0.0.1 o en una dirección que tenga.</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that this computer has.</source>
        <translation>Publique en 127.0.0.1 o en una dirección de este equipo.</translation>
    </message>
    <message>
        <source>Put back a copy (davit machine import), or start anew: davit machine reset</source>
        <translation>Recupere una copia (davit machine import) o empiece de nuevo: davit machine reset</translation>
    </message>
    <message>
        <source>Put back a copy, or make a new one: davit machine reset</source>
        <translation>Recupere una copia o haga uno nuevo: davit machine reset</translation>
    </message>
    <message>
        <source>QEMU and the supervisor ended without a word, as when the computer restarts</source>
        <translation>QEMU y el supervisor terminaron sin decir nada, como al reiniciarse el equipo</translation>
    </message>
    <message>
        <source>QEMU did not start</source>
        <translation>QEMU no se inició</translation>
    </message>
    <message>
        <source>QEMU does not answer</source>
        <translation>QEMU no responde</translation>
    </message>
    <message>
        <source>QEMU does not forward its ports</source>
        <translation>QEMU no reenvía sus puertos</translation>
    </message>
    <message>
        <source>QEMU does not say which port it has chosen</source>
        <translation>QEMU no dice qué puerto ha elegido</translation>
    </message>
    <message>
        <source>QEMU ended without a word</source>
        <translation>QEMU terminó sin decir nada</translation>
    </message>
    <message>
        <source>QEMU failed</source>
        <translation>QEMU falló</translation>
    </message>
    <message>
        <source>QEMU has marked it as damaged</source>
        <translation>QEMU lo ha marcado como dañado</translation>
    </message>
    <message>
        <source>QEMU monitor</source>
        <translation>monitor de QEMU</translation>
    </message>
    <message>
        <source>QEMU process</source>
        <translation>proceso de QEMU</translation>
    </message>
    <message>
        <source>QEMU refused {command}</source>
        <translation>QEMU rechazó {command}</translation>
    </message>
    <message>
        <source>QEMU stopped</source>
        <translation>QEMU se detuvo</translation>
    </message>
    <message>
        <source>QEMU stopped in the middle of the guest</source>
        <translation>QEMU se detuvo en medio del sistema invitado</translation>
    </message>
    <message>
        <source>Remove what is not needed (davit system prune), or let it grow: davit machine set --disk 128G</source>
        <translation>Elimine lo que no necesite (davit system prune) o amplíelo: davit machine set --disk 128G</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>Cambie el nombre de la carpeta.</translation>
    </message>
    <message>
        <source>Repair it: davit machine repair. Or save it first: davit machine export FILE</source>
        <translation>Repárelo: davit machine repair. O guárdelo antes: davit machine export ARCHIVO</translation>
    </message>
    <message>
        <source>Repair the file, or delete it and run: davit machine create. The disk is kept.</source>
        <translation>Repare el archivo, o elimínelo y ejecute: davit machine create. El disco se conserva.</translation>
    </message>
    <message>
        <source>Repaired {found} wrong entries of the data disk.</source>
        <translation>Se repararon {found} entradas erróneas del disco de datos.</translation>
    </message>
    <message>
        <source>Restart it: davit machine restart</source>
        <translation>Reiníciela: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine, which gives the guest its keys again: davit machine restart</source>
        <translation>Reinicie la máquina, que devuelve sus claves al sistema invitado: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine: davit machine restart</source>
        <translation>Reinicie la máquina: davit machine restart</translation>
    </message>
    <message>
        <source>Save it first (davit machine export FILE), then: davit machine repair</source>
        <translation>Guárdelo antes (davit machine export ARCHIVO) y después: davit machine repair</translation>
    </message>
    <message>
        <source>Save what can be read: davit machine export FILE. Then start anew: davit machine reset</source>
        <translation>Guarde lo que se pueda leer: davit machine export ARCHIVO. Después empiece de nuevo: davit machine reset</translation>
    </message>
    <message>
        <source>See how far it came: davit machine status</source>
        <translation>Vea hasta dónde llegó: davit machine status</translation>
    </message>
    <message>
        <source>See the end of it: davit machine console</source>
        <translation>Vea el final: davit machine console</translation>
    </message>
    <message>
        <source>See the state: davit machine status</source>
        <translation>Vea el estado: davit machine status</translation>
    </message>
    <message>
        <source>See the whole output: davit machine diagnose</source>
        <translation>Vea toda la salida: davit machine diagnose</translation>
    </message>
    <message>
        <source>See why: davit machine logs qemu.</source>
        <translation>Vea por qué: davit machine logs qemu.</translation>
    </message>
    <message>
        <source>Share a folder that exists.</source>
        <translation>Comparta una carpeta que exista.</translation>
    </message>
    <message>
        <source>Share it: davit machine set --share {quoted}</source>
        <translation>Compártala: davit machine set --share {quoted}</translation>
    </message>
    <message>
        <source>Share the outer folder alone, or make the inner one read-only.</source>
        <translation>Comparta solo la carpeta exterior, o la interior de solo lectura.</translation>
    </message>
    <message>
        <source>Share them by SFTP: davit machine set --share-transport sftp</source>
        <translation>Compártalas por SFTP: davit machine set --share-transport sftp</translation>
    </message>
    <message>
        <source>Start it: davit machine start</source>
        <translation>Iníciela: davit machine start</translation>
    </message>
    <message>
        <source>Stop it first: davit machine stop</source>
        <translation>Deténgala antes: davit machine stop</translation>
    </message>
    <message>
        <source>Stop it: davit machine stop</source>
        <translation>Deténgala: davit machine stop</translation>
    </message>
    <message>
        <source>Stop sharing it: davit machine set --unshare {path}</source>
        <translation>Deje de compartirla: davit machine set --unshare {path}</translation>
    </message>
    <message>
        <source>Stop that container, or publish another port.</source>
        <translation>Detenga ese contenedor o publique otro puerto.</translation>
    </message>
    <message>
        <source>Stop that program, or publish another port.</source>
        <translation>Cierre ese programa o publique otro puerto.</translation>
    </message>
    <message>
        <source>Stop the machine and start it again: davit machine restart</source>
        <translation>Detenga la máquina e iníciela de nuevo: davit machine restart</translation>
    </message>
    <message>
        <source>Stop the program that uses it.</source>
        <translation>Cierre el programa que lo usa.</translation>
    </message>
    <message>
        <source>Switch on the Windows Hypervisor Platform in an administrator&apos;s terminal and restart: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</source>
        <translation>Active la plataforma de hipervisor de Windows en un terminal de administrador y reinicie: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</translation>
    </message>
    <message>
        <source>Switch on virtualization in the computer&apos;s firmware and load the module kvm; in a virtual machine, allow nested virtualization.</source>
        <translation>Active la virtualización en el firmware del equipo y cargue el módulo kvm; en una máquina virtual, permita la virtualización anidada.</translation>
    </message>
    <message>
        <source>Take it over again: davit machine start</source>
        <translation>Retómela: davit machine start</translation>
    </message>
    <message>
        <source>The data disk could not be mended</source>
        <translation>No se pudo arreglar el disco de datos</translation>
    </message>
    <message>
        <source>The data disk could not be repaired</source>
        <translation>No se pudo reparar el disco de datos</translation>
    </message>
    <message>
        <source>The data disk is checked and mended.</source>
        <translation>El disco de datos está comprobado y arreglado.</translation>
    </message>
    <message>
        <source>The data disk is damaged</source>
        <translation>El disco de datos está dañado</translation>
    </message>
    <message>
        <source>The data disk is in order.</source>
        <translation>El disco de datos está en orden.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. The machine is paused until there is room.</source>
        <translation>El disco de este equipo está lleno. La máquina queda en pausa hasta que haya sitio.</translation>
    </message>
    <message>
        <source>The disk of this computer may be failing; copy the file elsewhere.</source>
        <translation>Quizá falle el disco de este equipo; copie el archivo a otro lugar.</translation>
    </message>
    <message>
        <source>The disk with containers and images could not be mounted</source>
        <translation>No se pudo montar el disco con contenedores e imágenes</translation>
    </message>
    <message>
        <source>The end of the console tells more; davit machine diagnose looks further.</source>
        <translation>El final de la consola dice más; davit machine diagnose mira más a fondo.</translation>
    </message>
    <message>
        <source>The engine did not answer</source>
        <translation>El motor no respondió</translation>
    </message>
    <message>
        <source>The engine did not answer as expected</source>
        <translation>El motor no respondió como se esperaba</translation>
    </message>
    <message>
        <source>The engine inside the machine did not start</source>
        <translation>El motor de la máquina no se inició</translation>
    </message>
    <message>
        <source>The engine runs but does not answer</source>
        <translation>El motor está en marcha pero no responde</translation>
    </message>
    <message>
        <source>The guest could not do “{verb}”</source>
        <translation>El sistema invitado no pudo hacer «{verb}»</translation>
    </message>
    <message>
        <source>The guest could not mount its system</source>
        <translation>El sistema invitado no pudo montar su sistema</translation>
    </message>
    <message>
        <source>The guest could not set up its network</source>
        <translation>El sistema invitado no pudo preparar su red</translation>
    </message>
    <message>
        <source>The guest did not leave the data disk alone</source>
        <translation>El sistema invitado no soltó el disco de datos</translation>
    </message>
    <message>
        <source>The guest did not power down within {stop_limit} s; QEMU was ended.</source>
        <translation>El sistema invitado no se apagó en {stop_limit} s; se terminó QEMU.</translation>
    </message>
    <message>
        <source>The guest does not tell its usage</source>
        <translation>El sistema invitado no dice su uso</translation>
    </message>
    <message>
        <source>The guest has shut itself down.</source>
        <translation>El sistema invitado se apagó solo.</translation>
    </message>
    <message>
        <source>The guest image may be damaged; lay it out again: davit machine upgrade</source>
        <translation>Quizá la imagen invitada esté dañada; prepárela de nuevo: davit machine upgrade</translation>
    </message>
    <message>
        <source>The guest image {version} did not get ready</source>
        <translation>La imagen invitada {version} no llegó a estar lista</translation>
    </message>
    <message>
        <source>The guest restarted itself</source>
        <translation>El sistema invitado se reinició solo</translation>
    </message>
    <message>
        <source>The guest shut itself down while it started</source>
        <translation>El sistema invitado se apagó solo al iniciarse</translation>
    </message>
    <message>
        <source>The guest&apos;s kernel did not start</source>
        <translation>El núcleo del sistema invitado no se inició</translation>
    </message>
    <message>
        <source>The machine did not answer in time</source>
        <translation>La máquina no respondió a tiempo</translation>
    </message>
    <message>
        <source>The machine did not start</source>
        <translation>La máquina no se inició</translation>
    </message>
    <message>
        <source>The machine did not start ({stage})</source>
        <translation>La máquina no se inició ({stage})</translation>
    </message>
    <message>
        <source>The machine does not take a command</source>
        <translation>La máquina no acepta órdenes</translation>
    </message>
    <message>
        <source>The machine failed</source>
        <translation>La máquina falló</translation>
    </message>
    <message>
        <source>The machine failed {back_off} times; it is not restarted any more.</source>
        <translation>La máquina falló {back_off} veces; no se reinicia más.</translation>
    </message>
    <message>
        <source>The machine goes on.</source>
        <translation>La máquina sigue.</translation>
    </message>
    <message>
        <source>The machine is no longer running</source>
        <translation>La máquina ya no está en marcha</translation>
    </message>
    <message>
        <source>The machine is not ready</source>
        <translation>La máquina no está lista</translation>
    </message>
    <message>
        <source>The machine is not running</source>
        <translation>La máquina no está en marcha</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>La máquina está en pausa.</translation>
    </message>
    <message>
        <source>The machine is ready, after {seconds} s.</source>
        <translation>La máquina está lista, tras {seconds} s.</translation>
    </message>
    <message>
        <source>The machine is restarted in {pause} s.</source>
        <translation>La máquina se reinicia en {pause} s.</translation>
    </message>
    <message>
        <source>The machine is stopped</source>
        <translation>La máquina está detenida</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>La máquina está detenida.</translation>
    </message>
    <message>
        <source>The machine is {word}.</source>
        <translation>La máquina está {word}.</translation>
    </message>
    <message>
        <source>The machine runs the guest image {version}.</source>
        <translation>La máquina usa la imagen invitada {version}.</translation>
    </message>
    <message>
        <source>The machine runs without hardware acceleration and is several times slower: {candidate} {reason}.</source>
        <translation>La máquina funciona sin aceleración por hardware, varias veces más despacio: {candidate} {reason}.</translation>
    </message>
    <message>
        <source>The machine runs, but nothing looks after it</source>
        <translation>La máquina está en marcha, pero nada cuida de ella</translation>
    </message>
    <message>
        <source>The machine starts again.</source>
        <translation>La máquina se inicia de nuevo.</translation>
    </message>
    <message>
        <source>The machine starts.</source>
        <translation>La máquina se inicia.</translation>
    </message>
    <message>
        <source>The machine stops its containers and powers down.</source>
        <translation>La máquina detiene sus contenedores y se apaga.</translation>
    </message>
    <message>
        <source>The machine was not mended</source>
        <translation>No se arregló la máquina</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set after a pause.</source>
        <translation>El reloj de la máquina se puso en hora tras una pausa.</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor could not start</source>
        <translation>El supervisor de la máquina no pudo iniciarse</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor did not come up</source>
        <translation>El supervisor de la máquina no llegó a iniciarse</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor does not end</source>
        <translation>El supervisor de la máquina no termina</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor ended before it answered</source>
        <translation>El supervisor de la máquina terminó antes de responder</translation>
    </message>
    <message>
        <source>The ports changed.</source>
        <translation>Los puertos cambiaron.</translation>
    </message>
    <message>
        <source>The settings changed.</source>
        <translation>Los ajustes cambiaron.</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>Se canceló el inicio.</translation>
    </message>
    <message>
        <source>The supervisor does not know “{method}”</source>
        <translation>El supervisor no conoce «{method}»</translation>
    </message>
    <message>
        <source>The supervisor stumbled over “{method}”</source>
        <translation>El supervisor tropezó con «{method}»</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log has the whole story: davit machine logs</source>
        <translation>El registro del supervisor lo cuenta todo: davit machine logs</translation>
    </message>
    <message>
        <source>The system may have run out of memory: give the machine less.</source>
        <translation>Quizá el sistema se quedó sin memoria: dé menos a la máquina.</translation>
    </message>
    <message>
        <source>The work was broken off.</source>
        <translation>Se interrumpió el trabajo.</translation>
    </message>
    <message>
        <source>There is a machine in {home} already</source>
        <translation>Ya hay una máquina en {home}</translation>
    </message>
    <message>
        <source>There is no machine in {home}</source>
        <translation>No hay ninguna máquina en {home}</translation>
    </message>
    <message>
        <source>There is no machine yet</source>
        <translation>Aún no hay ninguna máquina</translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation>No hay ningún ajuste {name}</translation>
    </message>
    <message>
        <source>There is room again; the machine goes on.</source>
        <translation>Vuelve a haber sitio; la máquina sigue.</translation>
    </message>
    <message>
        <source>This QEMU is not signed for the hypervisor. Use the one that comes with Davit, or one from Homebrew.</source>
        <translation>Este QEMU no está firmado para el hipervisor. Use el que trae Davit o uno de Homebrew.</translation>
    </message>
    <message>
        <source>Try again, and say Yes.</source>
        <translation>Inténtelo de nuevo y responda Sí.</translation>
    </message>
    <message>
        <source>Try again; the computer may be very busy.</source>
        <translation>Inténtelo de nuevo; quizá el equipo esté muy ocupado.</translation>
    </message>
    <message>
        <source>Try without acceleration: davit machine set --accelerator tcg</source>
        <translation>Pruebe sin aceleración: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>Type it yourself: sudo {words}</source>
        <translation>Escríbalo usted: sudo {words}</translation>
    </message>
    <message>
        <source>UDP on an IPv6 address does not lead into the machine</source>
        <translation>UDP en una dirección IPv6 no llega a la máquina</translation>
    </message>
    <message>
        <source>Upgrade Davit on this computer first, then import again.</source>
        <translation>Actualice primero Davit en este equipo y vuelva a importar.</translation>
    </message>
    <message>
        <source>Upgrade it first: davit machine upgrade</source>
        <translation>Actualícela antes: davit machine upgrade</translation>
    </message>
    <message>
        <source>Use a newer version of Davit.</source>
        <translation>Use una versión más nueva de Davit.</translation>
    </message>
    <message>
        <source>Use an image of its own.</source>
        <translation>Use una imagen independiente.</translation>
    </message>
    <message>
        <source>Use an image that is not.</source>
        <translation>Use una imagen que no lo esté.</translation>
    </message>
    <message>
        <source>Use the QEMU of the distribution.</source>
        <translation>Use el QEMU de la distribución.</translation>
    </message>
    <message>
        <source>Wait until it has stopped.</source>
        <translation>Espere a que se detenga.</translation>
    </message>
    <message>
        <source>Wait until it is ready, or stop it: davit machine stop</source>
        <translation>Espere a que esté lista o deténgala: davit machine stop</translation>
    </message>
    <message>
        <source>Wake it: davit machine start</source>
        <translation>Despiértela: davit machine start</translation>
    </message>
    <message>
        <source>When its settings were changed, undo that: davit machine set --engine. The end of the console tells more.</source>
        <translation>Si se cambiaron sus ajustes, deshágalo: davit machine set --engine. El final de la consola dice más.</translation>
    </message>
    <message>
        <source>Windows may have reserved the port; see: netsh interface ipv4 show excludedportrange protocol=tcp</source>
        <translation>Quizá Windows haya reservado el puerto; vea: netsh interface ipv4 show excludedportrange protocol=tcp</translation>
    </message>
    <message>
        <source>Windows was not given the permission</source>
        <translation>No se dio permiso a Windows</translation>
    </message>
    <message>
        <source>Write it like 4G or 512M.</source>
        <translation>Escríbalo como 4G o 512M.</translation>
    </message>
    <message>
        <source>Write one line.</source>
        <translation>Escriba una sola línea.</translation>
    </message>
    <message>
        <source>Write the path without it.</source>
        <translation>Escriba la ruta sin ello.</translation>
    </message>
    <message>
        <source>Write the whole path.</source>
        <translation>Escriba la ruta completa.</translation>
    </message>
    <message>
        <source>a file of the guest image cannot be read</source>
        <translation>no se puede leer un archivo de la imagen invitada</translation>
    </message>
    <message>
        <source>a firmware file of QEMU is missing</source>
        <translation>falta un archivo de firmware de QEMU</translation>
    </message>
    <message>
        <source>a port is in use: {thing}</source>
        <translation>un puerto está ocupado: {thing}</translation>
    </message>
    <message>
        <source>another QEMU runs this machine</source>
        <translation>otro QEMU ejecuta esta máquina</translation>
    </message>
    <message>
        <source>another container</source>
        <translation>otro contenedor</translation>
    </message>
    <message>
        <source>another process uses the machine&apos;s disk</source>
        <translation>otro proceso usa el disco de la máquina</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>ahí escucha otro programa</translation>
    </message>
    <message>
        <source>answers in {value} ms</source>
        <translation>responde en {value} ms</translation>
    </message>
    <message>
        <source>answers in {value} ms, with the key that it was given</source>
        <translation>responde en {value} ms, con la clave que se le dio</translation>
    </message>
    <message>
        <source>answers; the guest has {total} MiB of memory</source>
        <translation>responde; el sistema invitado tiene {total} MiB de memoria</translation>
    </message>
    <message>
        <source>both sides proved their key in {value} ms</source>
        <translation>ambos lados probaron su clave en {value} ms</translation>
    </message>
    <message>
        <source>container {container}</source>
        <translation>el contenedor {container}</translation>
    </message>
    <message>
        <source>data disk</source>
        <translation>disco de datos</translation>
    </message>
    <message>
        <source>disks are made of whole MiB</source>
        <translation>los discos se hacen de MiB enteros</translation>
    </message>
    <message>
        <source>does not start ({words})</source>
        <translation>no se inicia ({words})</translation>
    </message>
    <message>
        <source>e2fsck ended with status {status}</source>
        <translation>e2fsck terminó con estado {status}</translation>
    </message>
    <message>
        <source>engine&apos;s gate</source>
        <translation>puerta del motor</translation>
    </message>
    <message>
        <source>export it</source>
        <translation>exportar</translation>
    </message>
    <message>
        <source>hangs (at the first special instruction, for {seconds} s)</source>
        <translation>se cuelga (en la primera instrucción especial, durante {seconds} s)</translation>
    </message>
    <message>
        <source>hangs (no guest code ran within {seconds} s)</source>
        <translation>se cuelga (en {seconds} s no se ejecutó código invitado)</translation>
    </message>
    <message>
        <source>is not part of {program}</source>
        <translation>no forma parte de {program}</translation>
    </message>
    <message>
        <source>it and {other} lie in each other with the same access</source>
        <translation>esta y {other} están una dentro de otra con el mismo acceso</translation>
    </message>
    <message>
        <source>it begins with neither unix:// nor npipe://</source>
        <translation>no empieza por unix:// ni por npipe://</translation>
    </message>
    <message>
        <source>it belongs to another user (uid {st_uid})</source>
        <translation>pertenece a otro usuario (uid {st_uid})</translation>
    </message>
    <message>
        <source>it can have {least_disk} to {most_disk}</source>
        <translation>puede tener de {least_disk} a {most_disk}</translation>
    </message>
    <message>
        <source>it claims to hold {size} bytes</source>
        <translation>dice tener {size} bytes</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>cerró la conexión</translation>
    </message>
    <message>
        <source>it comes from a computer with {architecture} processors, and its images and containers do not run on {here}</source>
        <translation>viene de un equipo con procesadores {architecture}, y sus imágenes y contenedores no funcionan en {here}</translation>
    </message>
    <message>
        <source>it did not answer within {handshake_limit} s</source>
        <translation>no respondió en {handshake_limit} s</translation>
    </message>
    <message>
        <source>it did not get there within {wake_limit} s</source>
        <translation>no llegó a ello en {wake_limit} s</translation>
    </message>
    <message>
        <source>it did not greet within {waited} s</source>
        <translation>no saludó en {waited} s</translation>
    </message>
    <message>
        <source>it does not begin at the root</source>
        <translation>no empieza en la raíz</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>it does not exist, and {host_path} is shared read-only</source>
        <translation>no existe, y {host_path} se comparte de solo lectura</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>no está en marcha</translation>
    </message>
    <message>
        <source>it ended with status {returncode}</source>
        <translation>terminó con el estado {returncode}</translation>
    </message>
    <message>
        <source>it ended with status {status} and said nothing</source>
        <translation>terminó con estado {status} y no dijo nada</translation>
    </message>
    <message>
        <source>it ended without being asked</source>
        <translation>terminó sin que se le pidiera</translation>
    </message>
    <message>
        <source>it has format {format}, and this version reads {format2}</source>
        <translation>tiene el formato {format}, y esta versión lee {format2}</translation>
    </message>
    <message>
        <source>it has more than one line</source>
        <translation>tiene más de una línea</translation>
    </message>
    <message>
        <source>it has told nothing of the guest&apos;s memory</source>
        <translation>no ha dicho nada de la memoria del sistema invitado</translation>
    </message>
    <message>
        <source>it has {disk_now}, and cutting off its end would destroy data</source>
        <translation>tiene {disk_now}, y cortar su final destruiría datos</translation>
    </message>
    <message>
        <source>it has {now}</source>
        <translation>tiene {now}</translation>
    </message>
    <message>
        <source>it holds more files than an image has</source>
        <translation>contiene más archivos de los que tiene una imagen</translation>
    </message>
    <message>
        <source>it holds more than an export does</source>
        <translation>contiene más que una exportación</translation>
    </message>
    <message>
        <source>it holds {name}, which is no plain file</source>
        <translation>contiene {name}, que no es un archivo normal</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>está cortado</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>está cifrado</translation>
    </message>
    <message>
        <source>it is gone ({command})</source>
        <translation>ya no está ({command})</translation>
    </message>
    <message>
        <source>it is in none of {candidates}</source>
        <translation>no está en ninguno de {candidates}</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>está ocupado</translation>
    </message>
    <message>
        <source>it is in use by {holder}</source>
        <translation>lo usa {holder}</translation>
    </message>
    <message>
        <source>it is neither beside {program} nor on PATH</source>
        <translation>no está junto a {program} ni en PATH</translation>
    </message>
    <message>
        <source>it is no name of a fw_cfg item</source>
        <translation>no es un nombre de elemento fw_cfg</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>it is not a number with a unit</source>
        <translation>no es un número con unidad</translation>
    </message>
    <message>
        <source>it is not a path</source>
        <translation>no es una ruta</translation>
    </message>
    <message>
        <source>it is not an absolute path</source>
        <translation>no es una ruta absoluta</translation>
    </message>
    <message>
        <source>it is not an export of a machine</source>
        <translation>no es una exportación de una máquina</translation>
    </message>
    <message>
        <source>it is not an image in a tar, or is cut off</source>
        <translation>no es una imagen en un tar, o está cortado</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>no está conectado</translation>
    </message>
    <message>
        <source>it is not in qcow2 format</source>
        <translation>no tiene formato qcow2</translation>
    </message>
    <message>
        <source>it is not mounted yet</source>
        <translation>aún no está montada</translation>
    </message>
    <message>
        <source>it is of another version than this program</source>
        <translation>es de otra versión que este programa</translation>
    </message>
    <message>
        <source>it is qcow2 of the unknown version {version}</source>
        <translation>es qcow2 de la versión desconocida {version}</translation>
    </message>
    <message>
        <source>it is shared already</source>
        <translation>ya se comparte</translation>
    </message>
    <message>
        <source>it is {state}</source>
        <translation>está {state}</translation>
    </message>
    <message>
        <source>it keeps its data in another file</source>
        <translation>guarda sus datos en otro archivo</translation>
    </message>
    <message>
        <source>it leads through &apos;..&apos;</source>
        <translation>pasa por &apos;..&apos;</translation>
    </message>
    <message>
        <source>it needs at least {least_memory}</source>
        <translation>necesita al menos {least_memory}</translation>
    </message>
    <message>
        <source>it needs more than {size} MiB where {parent} lies, and {free} MiB are free</source>
        <translation>necesita más de {size} MiB donde está {parent}, y hay {free} MiB libres</translation>
    </message>
    <message>
        <source>it needs {size} where {parent} lies, and {free} are free</source>
        <translation>necesita {size} donde está {parent}, y hay {free} libres</translation>
    </message>
    <message>
        <source>it rests on another file</source>
        <translation>se apoya en otro archivo</translation>
    </message>
    <message>
        <source>it was ended by {name}</source>
        <translation>lo terminó {name}</translation>
    </message>
    <message>
        <source>it was stopped meanwhile</source>
        <translation>se detuvo entretanto</translation>
    </message>
    <message>
        <source>it was written by engine {engine}, and this machine has engine {engine2}</source>
        <translation>la escribió el motor {engine}, y esta máquina tiene el motor {engine2}</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>su cabecera está cortada</translation>
    </message>
    <message>
        <source>its image is too old to know how</source>
        <translation>su imagen es demasiado antigua para saber hacerlo</translation>
    </message>
    <message>
        <source>its kernel has given up; the end of the console says why</source>
        <translation>su núcleo se ha rendido; el final de la consola dice por qué</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>no se puede leer su manifiesto</translation>
    </message>
    <message>
        <source>its manifest lists other files than an export has</source>
        <translation>su manifiesto enumera otros archivos que los de una exportación</translation>
    </message>
    <message>
        <source>its monitor did not answer within {start_limit} s</source>
        <translation>su monitor no respondió en {start_limit} s</translation>
    </message>
    <message>
        <source>its name holds a tab or a new line</source>
        <translation>su nombre contiene un tabulador o un salto de línea</translation>
    </message>
    <message>
        <source>its settings cannot be read</source>
        <translation>no se pueden leer sus ajustes</translation>
    </message>
    <message>
        <source>its supervisor ended without stopping it</source>
        <translation>su supervisor terminó sin detenerla</translation>
    </message>
    <message>
        <source>its supervisor is doing so already</source>
        <translation>su supervisor ya lo está haciendo</translation>
    </message>
    <message>
        <source>its supervisor still runs</source>
        <translation>su supervisor sigue en marcha</translation>
    </message>
    <message>
        <source>its tag {tag} is too long</source>
        <translation>su etiqueta {tag} es demasiado larga</translation>
    </message>
    <message>
        <source>macOS lets programs listen below port 1024 only on all addresses at once. Publish a higher port, or all addresses: -p 0.0.0.0:{port}:{port2}</source>
        <translation>macOS deja escuchar por debajo del puerto 1024 solo en todas las direcciones a la vez. Publique un puerto mayor o todas las direcciones: -p 0.0.0.0:{port}:{port2}</translation>
    </message>
    <message>
        <source>memory is given in whole MiB</source>
        <translation>la memoria se da en MiB enteros</translation>
    </message>
    <message>
        <source>memory of this computer</source>
        <translation>memoria de este equipo</translation>
    </message>
    <message>
        <source>mounted folders</source>
        <translation>carpetas montadas</translation>
    </message>
    <message>
        <source>name resolution</source>
        <translation>resolución de nombres</translation>
    </message>
    <message>
        <source>needs: {missing}</source>
        <translation>necesita: {missing}</translation>
    </message>
    <message>
        <source>no answer within {patience} s</source>
        <translation>sin respuesta en {patience} s</translation>
    </message>
    <message>
        <source>no folder is shared</source>
        <translation>no se comparte ninguna carpeta</translation>
    </message>
    <message>
        <source>no space is left on this computer</source>
        <translation>no queda espacio en este equipo</translation>
    </message>
    <message>
        <source>no space is left where {home} lies</source>
        <translation>no queda espacio donde está {home}</translation>
    </message>
    <message>
        <source>nobody listens on {host}:{port}</source>
        <translation>nadie escucha en {host}:{port}</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>ahí no escucha nadie</translation>
    </message>
    <message>
        <source>none of them is mounted in the guest</source>
        <translation>ninguna está montada en el sistema invitado</translation>
    </message>
    <message>
        <source>none yet; the defaults of this computer apply</source>
        <translation>aún ninguno; valen los predeterminados de este equipo</translation>
    </message>
    <message>
        <source>none yet; the first start makes it</source>
        <translation>aún ninguno; el primer inicio lo hace</translation>
    </message>
    <message>
        <source>on this system there are {native} and tcg</source>
        <translation>en este sistema hay {native} y tcg</translation>
    </message>
    <message>
        <source>only {free} MiB are free where {place} lies</source>
        <translation>solo hay {free} MiB libres donde está {place}</translation>
    </message>
    <message>
        <source>only {free} MiB of {size} MiB are free</source>
        <translation>solo hay {free} MiB libres de {size} MiB</translation>
    </message>
    <message>
        <source>other users may enter the folder</source>
        <translation>otros usuarios pueden entrar en la carpeta</translation>
    </message>
    <message>
        <source>pid {pid}</source>
        <translation>pid {pid}</translation>
    </message>
    <message>
        <source>port {guest_port} of the machine cannot be published</source>
        <translation>el puerto {guest_port} de la máquina no se puede publicar</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>los puertos van del 1 al 65535</translation>
    </message>
    <message>
        <source>process {pid}</source>
        <translation>proceso {pid}</translation>
    </message>
    <message>
        <source>published ports</source>
        <translation>puertos publicados</translation>
    </message>
    <message>
        <source>qemu-img ended with status {status}</source>
        <translation>qemu-img terminó con estado {status}</translation>
    </message>
    <message>
        <source>runs guest code slower than emulation (not done after {seconds} s)</source>
        <translation>ejecuta el código invitado más despacio que la emulación (sin terminar tras {seconds} s)</translation>
    </message>
    <message>
        <source>something else answers on its port</source>
        <translation>en su puerto responde otra cosa</translation>
    </message>
    <message>
        <source>space in the machine</source>
        <translation>espacio en la máquina</translation>
    </message>
    <message>
        <source>space on this computer</source>
        <translation>espacio en este equipo</translation>
    </message>
    <message>
        <source>sshfs did not mount it within {mounted_limit} s</source>
        <translation>sshfs no la montó en {mounted_limit} s</translation>
    </message>
    <message>
        <source>sshfs ended</source>
        <translation>sshfs terminó</translation>
    </message>
    <message>
        <source>starts and then stops ({words})</source>
        <translation>se inicia y luego se detiene ({words})</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>estado {status}</translation>
    </message>
    <message>
        <source>that file exists already</source>
        <translation>ese archivo ya existe</translation>
    </message>
    <message>
        <source>the accelerator does not work here ({thing})</source>
        <translation>el acelerador no funciona aquí ({thing})</translation>
    </message>
    <message>
        <source>the connection to the machine ended</source>
        <translation>terminó la conexión con la máquina</translation>
    </message>
    <message>
        <source>the data disk is damaged</source>
        <translation>el disco de datos está dañado</translation>
    </message>
    <message>
        <source>the data disk is not a disk image</source>
        <translation>el disco de datos no es una imagen de disco</translation>
    </message>
    <message>
        <source>the disk of this computer is full</source>
        <translation>el disco de este equipo está lleno</translation>
    </message>
    <message>
        <source>the end of its console may say why</source>
        <translation>quizá el final de su consola diga por qué</translation>
    </message>
    <message>
        <source>the folder belongs to another user</source>
        <translation>la carpeta pertenece a otro usuario</translation>
    </message>
    <message>
        <source>the guest answered with status {status}</source>
        <translation>el sistema invitado respondió con estado {status}</translation>
    </message>
    <message>
        <source>the guest does not accept the machine&apos;s key</source>
        <translation>el sistema invitado no acepta la clave de la máquina</translation>
    </message>
    <message>
        <source>the guest gets no answer from this computer&apos;s resolver</source>
        <translation>el sistema invitado no obtiene respuesta del resolutor de este equipo</translation>
    </message>
    <message>
        <source>the guest gives no reason</source>
        <translation>el sistema invitado no da ningún motivo</translation>
    </message>
    <message>
        <source>the guest has said nothing yet</source>
        <translation>el sistema invitado aún no ha dicho nada</translation>
    </message>
    <message>
        <source>the guest said {output}</source>
        <translation>el sistema invitado dijo {output}</translation>
    </message>
    <message>
        <source>the guest told of {heard}</source>
        <translation>el sistema invitado informó de {heard}</translation>
    </message>
    <message>
        <source>the guest&apos;s SSH server does not listen yet</source>
        <translation>el servidor SSH del sistema invitado aún no escucha</translation>
    </message>
    <message>
        <source>the guest&apos;s clock is {offset} s off</source>
        <translation>el reloj del sistema invitado se desvía {offset} s</translation>
    </message>
    <message>
        <source>the last stage was {heard}</source>
        <translation>la última etapa fue {heard}</translation>
    </message>
    <message>
        <source>the machine has no disk yet; it has never been started</source>
        <translation>la máquina aún no tiene disco; nunca se ha iniciado</translation>
    </message>
    <message>
        <source>the machine has {most} open ports already</source>
        <translation>la máquina ya tiene {most} puertos abiertos</translation>
    </message>
    <message>
        <source>the machine is not running</source>
        <translation>la máquina no está en marcha</translation>
    </message>
    <message>
        <source>the machine is {state}</source>
        <translation>la máquina está {state}</translation>
    </message>
    <message>
        <source>the machine opens ports on IPv4 addresses</source>
        <translation>la máquina abre puertos en direcciones IPv4</translation>
    </message>
    <message>
        <source>the machine&apos;s supervisor is running</source>
        <translation>el supervisor de la máquina está en marcha</translation>
    </message>
    <message>
        <source>the path goes up by &apos;..&apos;</source>
        <translation>la ruta sube con &apos;..&apos;</translation>
    </message>
    <message>
        <source>the settings name {program}, which is not a program</source>
        <translation>los ajustes nombran {program}, que no es un programa</translation>
    </message>
    <message>
        <source>the stage “{stage}” did not end within {limit} s</source>
        <translation>la etapa «{stage}» no terminó en {limit} s</translation>
    </message>
    <message>
        <source>the start has not come so far</source>
        <translation>el inicio no ha llegado tan lejos</translation>
    </message>
    <message>
        <source>there is a file of that name</source>
        <translation>hay un archivo con ese nombre</translation>
    </message>
    <message>
        <source>there is no pkexec</source>
        <translation>no hay pkexec</translation>
    </message>
    <message>
        <source>there is no such file or folder on this computer</source>
        <translation>no existe ese archivo o carpeta en este equipo</translation>
    </message>
    <message>
        <source>there is no {name} on this computer</source>
        <translation>no hay ningún {name} en este equipo</translation>
    </message>
    <message>
        <source>this QEMU cannot share folders by 9p</source>
        <translation>este QEMU no puede compartir carpetas por 9p</translation>
    </message>
    <message>
        <source>this QEMU was built without its sandbox</source>
        <translation>este QEMU se compiló sin su aislamiento</translation>
    </message>
    <message>
        <source>this computer has no address {host_ip}</source>
        <translation>este equipo no tiene la dirección {host_ip}</translation>
    </message>
    <message>
        <source>this computer has not enough free memory</source>
        <translation>este equipo no tiene bastante memoria libre</translation>
    </message>
    <message>
        <source>this computer has {cpus}</source>
        <translation>este equipo tiene {cpus}</translation>
    </message>
    <message>
        <source>this computer has {memory} MiB</source>
        <translation>este equipo tiene {memory} MiB</translation>
    </message>
    <message>
        <source>this user may not listen there</source>
        <translation>este usuario no puede escuchar ahí</translation>
    </message>
    <message>
        <source>was not tried</source>
        <translation>no se probó</translation>
    </message>
    <message>
        <source>what answers on its port does not know the machine&apos;s key</source>
        <translation>lo que responde en su puerto no conoce la clave de la máquina</translation>
    </message>
    <message>
        <source>what answers there has another key than the machine</source>
        <translation>lo que responde ahí tiene otra clave que la máquina</translation>
    </message>
    <message>
        <source>what was found is not QEMU; it says {first}</source>
        <translation>lo encontrado no es QEMU; dice {first}</translation>
    </message>
    <message>
        <source>{accelerator} cannot run it (internal-error)</source>
        <translation>{accelerator} no puede ejecutarlo (internal-error)</translation>
    </message>
    <message>
        <source>{accelerator} did not run it within {limit} s</source>
        <translation>{accelerator} no lo ejecutó en {limit} s</translation>
    </message>
    <message>
        <source>{address} answers in {value} ms</source>
        <translation>{address} responde en {value} ms</translation>
    </message>
    <message>
        <source>{address} answers {answer}</source>
        <translation>{address} responde {answer}</translation>
    </message>
    <message>
        <source>{arguments} does not end</source>
        <translation>{arguments} no termina</translation>
    </message>
    <message>
        <source>{available} MiB are free, and the machine may take {wanted} MiB</source>
        <translation>hay {available} MiB libres, y la máquina puede tomar {wanted} MiB</translation>
    </message>
    <message>
        <source>{available} MiB free</source>
        <translation>{available} MiB libres</translation>
    </message>
    <message>
        <source>{chosen} holds no {manifest}</source>
        <translation>{chosen} no contiene {manifest}</translation>
    </message>
    <message>
        <source>{command} ended with status {code}</source>
        <translation>{command} terminó con el estado {code}</translation>
    </message>
    <message>
        <source>{command} took longer than {timeout} s</source>
        <translation>{command} tardó más de {timeout} s</translation>
    </message>
    <message>
        <source>{cpus} CPUs</source>
        <translation>{cpus} CPU</translation>
    </message>
    <message>
        <source>{cpus}, {memory} of memory, {disk} of disk</source>
        <translation>{cpus}, {memory} de memoria, {disk} de disco</translation>
    </message>
    <message>
        <source>{disk} has not the size that its manifest says</source>
        <translation>{disk} no tiene el tamaño que dice su manifiesto</translation>
    </message>
    <message>
        <source>{done} wrong entries are left</source>
        <translation>quedan {done} entradas erróneas</translation>
    </message>
    <message>
        <source>{error}. The machine is back at {version}, with all its data</source>
        <translation>{error}. La máquina vuelve a {version}, con todos sus datos</translation>
    </message>
    <message>
        <source>{forwards} open</source>
        <translation>{forwards} abiertos</translation>
    </message>
    <message>
        <source>{found} of its tables&apos; entries are wrong</source>
        <translation>{found} entradas de sus tablas son erróneas</translation>
    </message>
    <message>
        <source>{found} parts of {path} could not be read</source>
        <translation>{found} partes de {path} no se pudieron leer</translation>
    </message>
    <message>
        <source>{freed} MiB of disk went back to this computer.</source>
        <translation>{freed} MiB de disco volvieron a este equipo.</translation>
    </message>
    <message>
        <source>{free} MiB free where {place} lies</source>
        <translation>{free} MiB libres donde está {place}</translation>
    </message>
    <message>
        <source>{free} MiB of {size} MiB free</source>
        <translation>{free} MiB libres de {size} MiB</translation>
    </message>
    <message>
        <source>{home} does not exist yet</source>
        <translation>{home} aún no existe</translation>
    </message>
    <message>
        <source>{home}, open to this user only</source>
        <translation>{home}, abierta solo a este usuario</translation>
    </message>
    <message>
        <source>{idle_stop} is less than nothing</source>
        <translation>{idle_stop} es menos que nada</translation>
    </message>
    <message>
        <source>{manifest} does not list {name}</source>
        <translation>{manifest} no incluye {name}</translation>
    </message>
    <message>
        <source>{manifest} is not its first file</source>
        <translation>{manifest} no es su primer archivo</translation>
    </message>
    <message>
        <source>{manifest} names {name}</source>
        <translation>{manifest} nombra {name}</translation>
    </message>
    <message>
        <source>{name} after {seconds} s</source>
        <translation>{name} tras {seconds} s</translation>
    </message>
    <message>
        <source>{name} claims to have {size} bytes</source>
        <translation>{name} dice tener {size} bytes</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, not {size2}</source>
        <translation>{name} tiene {size} bytes, no {size2}</translation>
    </message>
    <message>
        <source>{name} is damaged: its SHA-256 is not that of its manifest</source>
        <translation>{name} está dañado: su SHA-256 no es el de su manifiesto</translation>
    </message>
    <message>
        <source>{name} is not the file that was built (its SHA-256 is {found})</source>
        <translation>{name} no es el archivo que se construyó (su SHA-256 es {found})</translation>
    </message>
    <message>
        <source>{name} is not where it has to be</source>
        <translation>{name} no está donde debe</translation>
    </message>
    <message>
        <source>{part} does not say on which address</source>
        <translation>{part} no dice en qué dirección</translation>
    </message>
    <message>
        <source>{path} belongs to another user</source>
        <translation>{path} pertenece a otro usuario</translation>
    </message>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} no existe</translation>
    </message>
    <message>
        <source>{path} exists</source>
        <translation>{path} existe</translation>
    </message>
    <message>
        <source>{path} is open to others ({mode})</source>
        <translation>{path} está abierto a otros ({mode})</translation>
    </message>
    <message>
        <source>{pid} (pid {pid2})</source>
        <translation>{pid} (pid {pid2})</translation>
    </message>
    <message>
        <source>{port} is not a port</source>
        <translation>{port} no es un puerto</translation>
    </message>
    <message>
        <source>{program} is QEMU {text}, and a machine needs {least_version}.{least_version2}</source>
        <translation>{program} es QEMU {text}, y una máquina necesita {least_version}.{least_version2}</translation>
    </message>
    <message>
        <source>{real} is not a folder</source>
        <translation>{real} no es una carpeta</translation>
    </message>
    <message>
        <source>{shares} through {transport}</source>
        <translation>{shares} por {transport}</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} bytes</translation>
    </message>
    <message>
        <source>{size}, takes {on_host} MiB of this computer</source>
        <translation>{size}, ocupa {on_host} MiB de este equipo</translation>
    </message>
    <message>
        <source>{state} cannot be read</source>
        <translation>no se puede leer {state}</translation>
    </message>
    <message>
        <source>{text} is no address</source>
        <translation>{text} no es una dirección</translation>
    </message>
    <message>
        <source>{version} with engine {engine}, {size} MiB, as it was built</source>
        <translation>{version} con el motor {engine}, {size} MiB, tal como se construyó</translation>
    </message>
    <message>
        <source>{wanted} is not shared with the machine</source>
        <translation>{wanted} no se comparte con la máquina</translation>
    </message>
    <message>
        <source>Resuming the machine</source>
        <translation>Reanudando la máquina</translation>
    </message>
    <message>
        <source>Cannot resume the machine</source>
        <translation>No se puede reanudar la máquina</translation>
    </message>
    <message>
        <source>Cannot change the engine&apos;s settings</source>
        <translation>No se pueden cambiar los ajustes del motor</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine.</source>
        <translation>Vale desde el próximo inicio de la máquina.</translation>
    </message>
    <message>
        <source>Proxy for http</source>
        <translation>Proxy para http</translation>
    </message>
    <message>
        <source>The machine pulls images through it. Empty follows this computer.</source>
        <translation>La máquina descarga las imágenes a través de él. Vacío sigue a este equipo.</translation>
    </message>
    <message>
        <source>Proxy for https</source>
        <translation>Proxy para https</translation>
    </message>
    <message>
        <source>Empty follows this computer, or is the one for http.</source>
        <translation>Vacío sigue a este equipo, o es el de http.</translation>
    </message>
    <message>
        <source>Reached without proxy</source>
        <translation>Acceso sin proxy</translation>
    </message>
    <message>
        <source>Names, domains and ranges, with commas between them.</source>
        <translation>Nombres, dominios e intervalos, separados por comas.</translation>
    </message>
    <message>
        <source>Mirrors of Docker Hub</source>
        <translation>Réplicas de Docker Hub</translation>
    </message>
    <message>
        <source>Asked first, in this order.</source>
        <translation>Se consultan primero, en este orden.</translation>
    </message>
    <message>
        <source>Registries without TLS</source>
        <translation>Registros sin TLS</translation>
    </message>
    <message>
        <source>What goes to and from them can be read and changed on its way.</source>
        <translation>Lo que va y viene de ellos se puede leer y alterar por el camino.</translation>
    </message>
    <message>
        <source>Certificates of registries</source>
        <translation>Certificados de registros</translation>
    </message>
    <message>
        <source>A shared folder in which HOST:PORT/ca.crt is the certificate authority of a registry.</source>
        <translation>Una carpeta compartida en la que HOST:PORT/ca.crt es la autoridad de certificación de un registro.</translation>
    </message>
    <message>
        <source>Open the machine&apos;s resources</source>
        <translation>Abrir los recursos de la máquina</translation>
    </message>
    <message>
        <source>CPUs, memory, disk and sleep when idle are on the Machine page.</source>
        <translation>Las CPU, la memoria, el disco y el reposo por inactividad están en la página Máquina.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Restart the machine…</source>
        <translation>Reiniciar la máquina…</translation>
    </message>
    <message>
        <source>Settings that wait</source>
        <translation>Ajustes pendientes</translation>
    </message>
    <message>
        <source>The machine has been running since before they were changed.</source>
        <translation>La máquina lleva en marcha desde antes de que se cambiaran.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine</source>
        <translation>Vale desde el próximo inicio de la máquina</translation>
    </message>
    <message>
        <source>Changing the engine&apos;s settings</source>
        <translation>Cambiando los ajustes del motor</translation>
    </message>
    <message>
        <source>{engine} answers at {address}</source>
        <translation>{engine} responde en {address}</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>It does not answer at {address}</source>
        <translation>No responde en {address}</translation>
    </message>
    <message>
        <source>Start it: {command}</source>
        <translation>Iniciarlo: {command}</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>You may use the engine without a password</source>
        <translation>Puede usar el motor sin contraseña</translation>
    </message>
    <message>
        <source>This user may not use {address}</source>
        <translation>Este usuario no puede usar {address}</translation>
    </message>
    <message>
        <source>Join its group, then log in again: {command}</source>
        <translation>Únase a su grupo y vuelva a iniciar sesión: {command}</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{size} libres en {folder}</translation>
    </message>
    <message>
        <source>Make room there, or give the engine another folder: data-root in {file}</source>
        <translation>Libere espacio allí o dé al motor otra carpeta: data-root en {file}</translation>
    </message>
    <message>
        <source>{size} in this computer</source>
        <translation>{size} en este equipo</translation>
    </message>
    <message>
        <source>Run few containers at a time, and limit their memory.</source>
        <translation>Ejecute pocos contenedores a la vez y limite su memoria.</translation>
    </message>
    <message>
        <source>Warnings of the engine</source>
        <translation>Avisos del motor</translation>
    </message>
    <message>
        <source>It has none</source>
        <translation>No tiene ninguno</translation>
    </message>
    <message>
        <source>Containers run all the same.</source>
        <translation>Los contenedores funcionan igualmente.</translation>
    </message>
    <message>
        <source>Docker command</source>
        <translation>Comando docker</translation>
    </message>
    <message>
        <source>It is not installed; the davit command does the same</source>
        <translation>No está instalado; el comando davit hace lo mismo</translation>
    </message>
    <message>
        <source>It leads to this engine</source>
        <translation>Lleva a este motor</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>ninguna parte</translation>
    </message>
    <message>
        <source>It leads to {address}</source>
        <translation>Lleva a {address}</translation>
    </message>
    <message>
        <source>DOCKER_HOST says so. Unset it, then let docker use this engine.</source>
        <translation>Lo dice DOCKER_HOST. Quítela y luego haga que docker use este motor.</translation>
    </message>
    <message>
        <source>Let it use this engine with the button below, or leave it as it is.</source>
        <translation>Haga que use este motor con el botón de abajo, o déjelo como está.</translation>
    </message>
    <message>
        <source>Folder of its data</source>
        <translation>Carpeta de sus datos</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>Grupos de control</translation>
    </message>
    <message>
        <source>To change them</source>
        <translation>Para cambiarlos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}. Containers go on meanwhile. Certificates of registries belong into {folder}.</source>
        <translation>Edite {file} como root y reinicie el motor: {command}. Los contenedores siguen mientras tanto. Los certificados de los registros van en {folder}.</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}.</source>
        <translation>Edite {file} como root y reinicie el motor: {command}.</translation>
    </message>
    <message>
        <source>This engine&apos;s own documentation tells how.</source>
        <translation>La documentación de este motor explica cómo.</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>Descargar {name}</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>Descargar en una carpeta</translation>
    </message>
    <message>
        <source>Download {name} as tar</source>
        <translation>Descargar {name} como tar</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>Descargando {name}</translation>
    </message>
    <message>
        <source>Cannot download {name}</source>
        <translation>No se puede descargar {name}</translation>
    </message>
    <message>
        <source>Downloaded {name}</source>
        <translation>{name} descargado</translation>
    </message>
    <message>
        <source>Upload to {path}</source>
        <translation>Subir a {path}</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Reemplazar archivos</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s) in {path}?</source>
        <translation>
            <numerusform>¿Reemplazar %n archivo en {path}?</numerusform>
            <numerusform>¿Reemplazar %n archivos en {path}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading {name}</source>
        <translation>Subiendo {name}</translation>
    </message>
    <message>
        <source>Cannot upload {name}</source>
        <translation>No se puede subir {name}</translation>
    </message>
    <message>
        <source>Uploaded {name} to {path}</source>
        <translation>{name} subido a {path}</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nueva carpeta</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Nuevo archivo</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>Creando {name}</translation>
    </message>
    <message>
        <source>Cannot make {name}</source>
        <translation>No se puede crear {name}</translation>
    </message>
    <message>
        <source>Name of the new folder in {path}</source>
        <translation>Nombre de la nueva carpeta en {path}</translation>
    </message>
    <message>
        <source>Name of the new file in {path}</source>
        <translation>Nombre del nuevo archivo en {path}</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>New name of {name}</source>
        <translation>Nuevo nombre de {name}</translation>
    </message>
    <message>
        <source>Delete {path}?</source>
        <translation>¿Eliminar {path}?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)?</source>
        <translation>
            <numerusform>¿Eliminar %n archivo?</numerusform>
            <numerusform>¿Eliminar %n archivos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are deleted with all they hold.</source>
        <translation>Las carpetas se eliminan con todo lo que contienen.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>Eliminar archivos</translation>
    </message>
    <message>
        <source>Cannot use the name {name}</source>
        <translation>No se puede usar el nombre {name}</translation>
    </message>
    <message>
        <source>A name is a single one, without a slash</source>
        <translation>Un nombre es uno solo, sin barra</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} y %n más</numerusform>
            <numerusform>{names} y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Hides</source>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Desperdiciado</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>Hides {bytes} of lower layers</source>
        <translation>Oculta {bytes} de capas inferiores</translation>
    </message>
    <message>
        <source>{bytes} of this layer are hidden by higher ones</source>
        <translation>Las capas superiores ocultan {bytes} de esta capa</translation>
    </message>
    <message>
        <source>Cannot read {path}</source>
        <translation>No se puede leer {path}</translation>
    </message>
    <message>
        <source>Back to the files (Esc)</source>
        <translation>Volver a los archivos (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Guardar (Ctrl+S)</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar ruta</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Leer de nuevo (F5)</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Contenido del archivo</translation>
    </message>
    <message>
        <source>Search this file  (Ctrl+F)</source>
        <translation>Buscar en este archivo  (Ctrl+F)</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Save or discard them.</source>
        <translation>Hay cambios sin guardar. Guárdelos o descártelos.</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>No es texto</translation>
    </message>
    <message>
        <source>the first {size} as hex</source>
        <translation>los primeros {size} en hexadecimal</translation>
    </message>
    <message>
        <source>Cannot save {path}</source>
        <translation>No se puede guardar {path}</translation>
    </message>
    <message>
        <source>It has characters that {encoding} cannot hold</source>
        <translation>Tiene caracteres que {encoding} no puede representar</translation>
    </message>
    <message>
        <source>It is larger than {size}</source>
        <translation>Ocupa más de {size}</translation>
    </message>
    <message>
        <source>Saving {path}</source>
        <translation>Guardando {path}</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Save again to replace it, or discard your changes to see it.</source>
        <translation>El archivo ha cambiado desde que se leyó. Vuelva a guardar para reemplazarlo o descarte sus cambios para verlo.</translation>
    </message>
    <message>
        <source>Only the first {size} are shown.</source>
        <translation>Solo se muestran los primeros {size}.</translation>
    </message>
    <message>
        <source>Go to a path, such as /etc</source>
        <translation>Ir a una ruta, como /etc</translation>
    </message>
    <message>
        <source>Path to go to</source>
        <translation>Ruta a la que ir</translation>
    </message>
    <message>
        <source>Filter  (Ctrl+F)</source>
        <translation>Filtrar  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter the files that are open</source>
        <translation>Filtrar los archivos abiertos</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Nueva carpeta…</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>Subir…</translation>
    </message>
    <message>
        <source>Upload files into the selected folder; or drop them on it</source>
        <translation>Subir archivos a la carpeta seleccionada; o soltarlos sobre ella</translation>
    </message>
    <message>
        <source>This engine cannot list files</source>
        <translation>Este motor no puede listar archivos</translation>
    </message>
    <message>
        <source>Only Davit&apos;s own engine can. Others copy them out as a whole.</source>
        <translation>Solo puede el motor propio de Davit. Los demás los copian fuera en bloque.</translation>
    </message>
    <message>
        <source>Cannot go to {path}</source>
        <translation>No se puede ir a {path}</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>No existe ese archivo o carpeta</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n file(s)</source>
        <translation>
            <numerusform>El filtro oculta %n archivo</numerusform>
            <numerusform>El filtro oculta %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>It looks through the folders that are open.</source>
        <translation>Busca en las carpetas que están abiertas.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n path(s)</source>
        <translation>
            <numerusform>%n ruta copiada</numerusform>
            <numerusform>%n rutas copiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Download as tar…</source>
        <translation>Descargar como tar…</translation>
    </message>
    <message>
        <source>Upload here…</source>
        <translation>Subir aquí…</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Nuevo archivo…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
    <message>
        <source>Show more of this folder…</source>
        <translation>Mostrar más de esta carpeta…</translation>
    </message>
    <message>
        <source>Empty folder</source>
        <translation>Carpeta vacía</translation>
    </message>
    <message>
        <source>Volume {name}</source>
        <translation>Volumen {name}</translation>
    </message>
    <message>
        <source>Folder of the host: {path}</source>
        <translation>Carpeta del host: {path}</translation>
    </message>
    <message>
        <source>In memory (tmpfs)</source>
        <translation>En memoria (tmpfs)</translation>
    </message>
    <message>
        <source>Mount of kind {kind}</source>
        <translation>Montaje de tipo {kind}</translation>
    </message>
    <message>
        <source>{mount}, read-only</source>
        <translation>{mount}, solo lectura</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>Deleted since the image</source>
        <translation>Eliminado desde la imagen</translation>
    </message>
    <message>
        <source>Filter by name, image, state, port, label  (Ctrl+F)</source>
        <translation>Filtrar por nombre, imagen, estado, puerto, etiqueta  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter containers</source>
        <translation>Filtrar contenedores</translation>
    </message>
    <message>
        <source>Show containers: {which}</source>
        <translation>Mostrar contenedores: {which}</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Elegir columnas</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Resultado anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Resultado siguiente (F3)</translation>
    </message>
    <message>
        <source>Creating the container</source>
        <translation>Creando el contenedor</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>Iniciándolo</translation>
    </message>
    <message>
        <source>Waiting for its page</source>
        <translation>Esperando su página</translation>
    </message>
    <message>
        <source>The container runs, but {address} does not answer</source>
        <translation>El contenedor está en ejecución, pero {address} no responde</translation>
    </message>
    <message>
        <source>This engine does not hold {image}, which comes with Davit&apos;s own engine</source>
        <translation>Este motor no tiene {image}, que viene con el motor propio de Davit</translation>
    </message>
    <message>
        <source>Running your first container</source>
        <translation>Ejecutando su primer contenedor</translation>
    </message>
    <message>
        <source>Cannot run your first container</source>
        <translation>No se puede ejecutar su primer contenedor</translation>
    </message>
    <message>
        <source>No containers yet</source>
        <translation>Todavía no hay contenedores</translation>
    </message>
    <message>
        <source>A container is a program with all it needs, apart from the rest of your computer. This one is a small web page that came with Davit: it needs no network.</source>
        <translation>Un contenedor es un programa con todo lo que necesita, separado del resto de su equipo. Este es una pequeña página web que viene con Davit: no necesita red.</translation>
    </message>
    <message>
        <source>Run your first container</source>
        <translation>Ejecutar su primer contenedor</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instrucción</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>cached</source>
        <comment>a step of a build</comment>
        <translation>en caché</translation>
    </message>
    <message>
        <source>Back to the builds (Alt+Left)</source>
        <translation>Volver a las builds (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Cancel build</source>
        <translation>Cancelar la build</translation>
    </message>
    <message>
        <source>Build again…</source>
        <translation>Construir de nuevo…</translation>
    </message>
    <message>
        <source>Show image</source>
        <translation>Mostrar la imagen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Show what all steps print</source>
        <translation>Mostrar lo que imprimen todos los pasos</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Línea {line}</translation>
    </message>
    <message>
        <source>Show line {line} of the Dockerfile</source>
        <translation>Mostrar la línea {line} del Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Línea {line}: {problem}</translation>
    </message>
    <message>
        <source>Dockerfile ({count})</source>
        <translation>Dockerfile ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n advertencia</numerusform>
            <numerusform>%n advertencias</numerusform>
        </translation>
    </message>
    <message>
        <source>stage {name}</source>
        <translation>etapa {name}</translation>
    </message>
    <message>
        <source>{size} received</source>
        <translation>{size} recibidos</translation>
    </message>
    <message>
        <source>{over} of {all} steps</source>
        <translation>{over} de {all} pasos</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Solo {name}</translation>
    </message>
    <message>
        <source>{words}. Show what all steps print</source>
        <translation>{words}. Mostrar lo que imprimen todos los pasos</translation>
    </message>
    <message>
        <source>(nothing is told)</source>
        <translation>(no se indica nada)</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>sin archivos</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <comment>a length of time</comment>
        <translation>hace {time}</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Creada a partir de</translation>
    </message>
    <message>
        <source>Back to the images (Alt+Left)</source>
        <translation>Volver a las imágenes (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Pull the update</source>
        <translation>Descargar la actualización</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>Subir…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Usada por</translation>
    </message>
    <message>
        <source>Containers made from this image</source>
        <translation>Contenedores creados a partir de esta imagen</translation>
    </message>
    <message>
        <source>No container is made from this image</source>
        <translation>Ningún contenedor se creó a partir de esta imagen</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>también {names}</translation>
    </message>
    <message>
        <source>Used by {who}</source>
        <translation>Usada por {who}</translation>
    </message>
    <message>
        <source>Used by ({count})</source>
        <translation>Usada por ({count})</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>No se puede leer la imagen</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Etiquetar…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Buscar actualizaciones</translation>
    </message>
    <message>
        <source>Delete a name</source>
        <translation>Eliminar un nombre</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiados</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Eliminados</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a layer</comment>
        <translation>N.º</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>In layer</source>
        <translation>En la capa</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>deleted by layer {number}</source>
        <translation>eliminado por la capa {number}</translation>
    </message>
    <message>
        <source>replaced by layer {number}</source>
        <translation>reemplazado por la capa {number}</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {removed} removed</source>
        <translation>{added} añadidos, {changed} cambiados, {removed} eliminados</translation>
    </message>
    <message>
        <source>Find files  (Ctrl+F)</source>
        <translation>Buscar archivos  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find files of this layer</source>
        <translation>Buscar archivos de esta capa</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Mostrar: {what}</translation>
    </message>
    <message>
        <source>Files of the layer</source>
        <translation>Archivos de la capa</translation>
    </message>
    <message>
        <source>Wasted files of all layers</source>
        <translation>Archivos desperdiciados de todas las capas</translation>
    </message>
    <message>
        <source>Cannot read the layers</source>
        <translation>No se pueden leer las capas</translation>
    </message>
    <message>
        <source>This engine does not tell the files of layers</source>
        <translation>Este motor no informa de los archivos de las capas</translation>
    </message>
    <message>
        <source>Davit&apos;s own engine does. The History tab shows the steps and their sizes.</source>
        <translation>El motor propio de Davit sí. La pestaña Historial muestra los pasos y sus tamaños.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer ended too early.</source>
        <translation>La respuesta del motor terminó demasiado pronto.</translation>
    </message>
    <message>
        <source>{wasted} of {size} wasted ({part})</source>
        <translation>{wasted} de {size} desperdiciados ({part})</translation>
    </message>
    <message>
        <source>Nothing wasted: every file of the layers is seen</source>
        <translation>Nada desperdiciado: se ven todos los archivos de las capas</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, sums are of all</source>
        <translation>
            <numerusform>%n línea omitida, las sumas son de todas</numerusform>
            <numerusform>%n líneas omitidas, las sumas son de todas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wasted</source>
        <translation>No se desperdicia nada</translation>
    </message>
    <message>
        <source>No file of this layer matches</source>
        <translation>Ningún archivo de esta capa coincide</translation>
    </message>
    <message>
        <source>This layer has no files</source>
        <translation>Esta capa no tiene archivos</translation>
    </message>
    <message>
        <source>{names}, update available</source>
        <translation>{names}, actualización disponible</translation>
    </message>
    <message>
        <source>Dangling: no name leads to this image</source>
        <translation>Huérfana: ningún nombre lleva a esta imagen</translation>
    </message>
    <message>
        <source>{name}: update available</source>
        <translation>{name}: actualización disponible</translation>
    </message>
    <message>
        <source>No answer about updates: {why}</source>
        <translation>Sin respuesta sobre actualizaciones: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n contenedor</numerusform>
            <numerusform>%n contenedores</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing shared with other images</source>
        <translation>nada compartido con otras imágenes</translation>
    </message>
    <message>
        <source>{unique} of its own, {shared} shared with other images</source>
        <translation>{unique} propios, {shared} compartidos con otras imágenes</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>Propio</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>a newer image is there: click to pull it</comment>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Tag an image</source>
        <translation>Etiquetar una imagen</translation>
    </message>
    <message>
        <source>Another name for {name} ({id})</source>
        <translation>Otro nombre para {name} ({id})</translation>
    </message>
    <message>
        <source>name:tag, or registry.example.com/name:tag</source>
        <translation>nombre:etiqueta, o registry.example.com/nombre:etiqueta</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nuevo nombre</translation>
    </message>
    <message>
        <source>Tag image</source>
        <translation>Etiquetar imagen</translation>
    </message>
    <message>
        <source>Import as image</source>
        <translation>Importar como imagen</translation>
    </message>
    <message>
        <source>The files in {file} become an image with one layer.</source>
        <translation>Los archivos de {file} se convierten en una imagen de una capa.</translation>
    </message>
    <message>
        <source>Import image</source>
        <translation>Importar imagen</translation>
    </message>
    <message>
        <source>What its containers run. It may stay empty.</source>
        <translation>Lo que ejecutan sus contenedores. Puede quedar vacío.</translation>
    </message>
    <message>
        <source>Another image has this name and would lose it</source>
        <translation>Otra imagen tiene este nombre y lo perdería</translation>
    </message>
    <message>
        <source>A quote in the command is not closed</source>
        <translation>Una comilla del comando no está cerrada</translation>
    </message>
    <message>
        <source>Prune unused images</source>
        <translation>Limpiar imágenes sin usar</translation>
    </message>
    <message>
        <source>Dangling only ({count})</source>
        <translation>Solo huérfanas ({count})</translation>
    </message>
    <message>
        <source>All unused ({count})</source>
        <translation>Todas las no usadas ({count})</translation>
    </message>
    <message>
        <source>Images to delete</source>
        <translation>Imágenes que se eliminarán</translation>
    </message>
    <message>
        <source>There is nothing to delete</source>
        <translation>No hay nada que eliminar</translation>
    </message>
    <message>
        <source>{bytes} come free on the disk</source>
        <translation>Se liberan {bytes} en el disco</translation>
    </message>
    <message>
        <source>Up to {bytes} come free on the disk</source>
        <translation>Se liberan hasta {bytes} en el disco</translation>
    </message>
    <message>
        <source>No container uses them. What they share with images that stay is kept.</source>
        <translation>Ningún contenedor las usa. Lo que comparten con las imágenes que quedan se conserva.</translation>
    </message>
    <message>
        <source>No name leads to them and no container uses them.</source>
        <translation>Ningún nombre lleva a ellas y ningún contenedor las usa.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)</source>
        <translation>
            <numerusform>Eliminar %n imagen</numerusform>
            <numerusform>Eliminar %n imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s)</source>
        <translation>
            <numerusform>%n imagen eliminada</numerusform>
            <numerusform>%n imágenes eliminadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the name {name}</source>
        <translation>Eliminando el nombre {name}</translation>
    </message>
    <message>
        <source>Cannot delete the name {name}</source>
        <translation>No se puede eliminar el nombre {name}</translation>
    </message>
    <message>
        <source>Deleted the name {name}</source>
        <translation>Nombre {name} eliminado</translation>
    </message>
    <message>
        <source>Cannot tell what is unused</source>
        <translation>No se puede saber qué está sin usar</translation>
    </message>
    <message>
        <source>What is unused has changed: please look again</source>
        <translation>Lo que está sin usar ha cambiado: revíselo de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s): {bytes} came free</source>
        <translation>
            <numerusform>%n imagen eliminada: se liberaron {bytes}</numerusform>
            <numerusform>%n imágenes eliminadas: se liberaron {bytes}</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting unused images</source>
        <translation>Eliminando imágenes sin usar</translation>
    </message>
    <message>
        <source>Cannot delete unused images</source>
        <translation>No se pueden eliminar las imágenes sin usar</translation>
    </message>
    <message>
        <source>Pulling {name}</source>
        <translation>Descargando {name}</translation>
    </message>
    <message>
        <source>Cannot pull {name}</source>
        <translation>No se puede descargar {name}</translation>
    </message>
    <message>
        <source>Pulled {name}</source>
        <translation>{name} descargada</translation>
    </message>
    <message>
        <source>Pushed {name}</source>
        <translation>{name} subida</translation>
    </message>
    <message>
        <source>None of these images came from a registry</source>
        <translation>Ninguna de estas imágenes procede de un registro</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n image(s) for updates</source>
        <translation>
            <numerusform>Buscando actualizaciones de %n imagen</numerusform>
            <numerusform>Buscando actualizaciones de %n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot check for updates</source>
        <translation>No se pueden buscar actualizaciones</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) available</source>
        <translation>
            <numerusform>%n actualización disponible</numerusform>
            <numerusform>%n actualizaciones disponibles</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>Sin actualizaciones</translation>
    </message>
    <message numerus="yes">
        <source>{updates}; no answer about %n image(s)</source>
        <translation>
            <numerusform>{updates}; sin respuesta sobre %n imagen</numerusform>
            <numerusform>{updates}; sin respuesta sobre %n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging {name}</source>
        <translation>Etiquetando {name}</translation>
    </message>
    <message>
        <source>Cannot give {image} the name {name}</source>
        <translation>No se puede dar a {image} el nombre {name}</translation>
    </message>
    <message>
        <source>Tagged {name}</source>
        <translation>{name} etiquetada</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>Guardar %n imagen</numerusform>
            <numerusform>Guardar %n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Image archives (*.tar)</source>
        <translation>Archivos de imágenes (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} written</source>
        <translation>{bytes} escritos</translation>
    </message>
    <message>
        <source>Saving {what}</source>
        <translation>Guardando {what}</translation>
    </message>
    <message>
        <source>Cannot save {what}</source>
        <translation>No se puede guardar {what}</translation>
    </message>
    <message>
        <source>Saved {what}: {bytes}</source>
        <translation>Guardado: {what}, {bytes}</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>Cargar imágenes</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst)</source>
        <translation>Archivos de imágenes (*.tar *.tar.gz *.tgz *.tar.zst)</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <comment>bytes</comment>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Loaded {name}</source>
        <translation>{name} cargada</translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n image(s)</source>
        <translation>
            <numerusform>%n imagen cargada</numerusform>
            <numerusform>%n imágenes cargadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>Cargando {file}</translation>
    </message>
    <message>
        <source>Cannot load {file}</source>
        <translation>No se puede cargar {file}</translation>
    </message>
    <message>
        <source>Import files as image</source>
        <translation>Importar archivos como imagen</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Importando {file}</translation>
    </message>
    <message>
        <source>Imported {name}</source>
        <translation>Se importó {name}</translation>
    </message>
    <message>
        <source>Only what docker save, davit save or another image tool wrote is loaded.</source>
        <translation>Solo se carga lo que escribió docker save, davit save u otra herramienta de imágenes.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Sin usar</translation>
    </message>
    <message>
        <source>Dangling</source>
        <translation>Huérfanas</translation>
    </message>
    <message>
        <source>Load, check for updates…</source>
        <translation>Cargar, buscar actualizaciones…</translation>
    </message>
    <message>
        <source>Prune unused…</source>
        <translation>Limpiar lo no usado…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>Todavía no hay imágenes</translation>
    </message>
    <message>
        <source>An image is what containers are made from. Images come from a registry, are built, or are loaded from a file: drop one here.</source>
        <translation>Una imagen es aquello a partir de lo que se crean los contenedores. Las imágenes vienen de un registro, se construyen o se cargan de un archivo: suelte uno aquí.</translation>
    </message>
    <message>
        <source>Pull an image</source>
        <translation>Descargar una imagen</translation>
    </message>
    <message>
        <source>Filter by name, id or container  (Ctrl+F)</source>
        <translation>Filtrar por nombre, id o contenedor  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>Filtrar imágenes</translation>
    </message>
    <message>
        <source>Show images: {which}</source>
        <translation>Mostrar imágenes: {which}</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Cargar…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importar archivos…</translation>
    </message>
    <message>
        <source>Check once whenever Davit shows this page</source>
        <translation>Comprobar una vez cada que Davit muestre esta página</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n image(s)</source>
        <translation>
            <numerusform>El filtro oculta %n imagen</numerusform>
            <numerusform>El filtro oculta %n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} on the disk</source>
        <translation>{bytes} en el disco</translation>
    </message>
    <message numerus="yes">
        <source>%n unused</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n sin usar</numerusform>
            <numerusform>%n sin usar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n seleccionada</numerusform>
            <numerusform>%n seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Open container</source>
        <translation>Abrir contenedor</translation>
    </message>
    <message>
        <source>Show the image</source>
        <translation>Mostrar la imagen</translation>
    </message>
    <message>
        <source>Show the network</source>
        <translation>Mostrar la red</translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation>Mostrar el volumen</translation>
    </message>
    <message>
        <source>Browse the files</source>
        <translation>Explorar los archivos</translation>
    </message>
    <message>
        <source>Inspect, as sections</source>
        <translation>Inspeccionar, por secciones</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Inspect, as JSON</source>
        <translation>Inspeccionar, como JSON</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Legible</translation>
    </message>
    <message>
        <source>Search  (Ctrl+F)</source>
        <translation>Buscar  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the inspect document</source>
        <translation>Buscar en el documento de inspección</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Plegar todo</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Desplegar todo</translation>
    </message>
    <message>
        <source>Reveal secrets</source>
        <translation>Mostrar secretos</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>Copiar JSON</translation>
    </message>
    <message>
        <source>Cover secrets</source>
        <translation>Ocultar secretos</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copiar nombre</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>Copiar nombre y valor</translation>
    </message>
    <message>
        <source>Reveal or cover</source>
        <translation>Mostrar u ocultar</translation>
    </message>
    <message>
        <source>Fold or unfold (Alt+Return)</source>
        <translation>Plegar o desplegar (Alt+Intro)</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n layer(s)</source>
        <translation>
            <numerusform>{done} de %n capa</numerusform>
            <numerusform>{done} de %n capas</numerusform>
        </translation>
    </message>
    <message>
        <source>{layers}, {done} of {total}</source>
        <comment>bytes</comment>
        <translation>{layers}, {done} de {total}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n row(s)</source>
        <translation>
            <numerusform>El filtro oculta %n fila</numerusform>
            <numerusform>El filtro oculta %n filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Position in the log</source>
        <translation>Posición en el registro</translation>
    </message>
    <message>
        <source>Position in the lines</source>
        <translation>Posición en las líneas</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>Sin horas</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Hora del día</translation>
    </message>
    <message>
        <source>Full date and time (UTC)</source>
        <translation>Fecha y hora completas (UTC)</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Tiempo transcurrido</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Debugging</source>
        <translation>Depuración</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Trazas</translation>
    </message>
    <message>
        <source>Lines without a level</source>
        <translation>Líneas sin nivel</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>Salida estándar</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Salida de errores</translation>
    </message>
    <message>
        <source>Containers and streams</source>
        <translation>Contenedores y flujos</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>Buscar en el registro (Ctrl+F)</translation>
    </message>
    <message>
        <source>“disk AND NOT full” finds lines that have the one and not the other; “AND NOT debug” finds all but some.</source>
        <translation>«disk AND NOT full» encuentra líneas con lo uno y sin lo otro; «AND NOT debug» encuentra todas menos algunas.</translation>
    </message>
    <message>
        <source>Matching lines</source>
        <translation>Líneas que coinciden</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter, Shift+F3)</source>
        <translation>Coincidencia anterior (Mayús+Intro, Mayús+F3)</translation>
    </message>
    <message>
        <source>Next match (Enter, F3)</source>
        <translation>Coincidencia siguiente (Intro, F3)</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Distinguir mayúsculas y minúsculas</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>Show only lines that match</source>
        <translation>Mostrar solo las líneas que coinciden</translation>
    </message>
    <message>
        <source>Lines shown around each match</source>
        <translation>Líneas que se muestran alrededor de cada coincidencia</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveles</translation>
    </message>
    <message>
        <source>Only lines from some time</source>
        <translation>Solo líneas desde cierta hora</translation>
    </message>
    <message>
        <source>Spread lines of JSON</source>
        <translation>Desplegar las líneas de JSON</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Ajustar las líneas largas</translation>
    </message>
    <message>
        <source>Times before the lines</source>
        <translation>Horas delante de las líneas</translation>
    </message>
    <message>
        <source>Follow: stay at the newest line</source>
        <translation>Seguir: quedarse en la línea más reciente</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>Vaciar la vista</translation>
    </message>
    <message>
        <source>Copy the selection, or everything shown</source>
        <translation>Copiar la selección o todo lo que se muestra</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Guardar en un archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>%n línea antes y después</numerusform>
            <numerusform>%n líneas antes y después</numerusform>
        </translation>
    </message>
    <message>
        <source>Matching lines only</source>
        <translation>Solo las líneas que coinciden</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>Guardar como texto…</translation>
    </message>
    <message>
        <source>Save with times…</source>
        <translation>Guardar con horas…</translation>
    </message>
    <message>
        <source>Save with times and colour codes…</source>
        <translation>Guardar con horas y códigos de color…</translation>
    </message>
    <message>
        <source>Save exactly as written, with colour codes…</source>
        <translation>Guardar tal como se escribió, con códigos de color…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>Todos los contenedores</translation>
    </message>
    <message>
        <source>No container</source>
        <translation>Ningún contenedor</translation>
    </message>
    <message>
        <source>No stream</source>
        <translation>Ningún flujo</translation>
    </message>
    <message>
        <source>{count} of {all} containers</source>
        <translation>{count} de {all} contenedores</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>sin coincidencias</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) hidden</source>
        <translation>
            <numerusform>⋯ %n línea oculta</numerusform>
            <numerusform>⋯ %n líneas ocultas</numerusform>
        </translation>
    </message>
    <message>
        <source>… {size} more. Show all</source>
        <translation>… {size} más. Mostrar todo</translation>
    </message>
    <message>
        <source>… {size} more. Show {part} of it</source>
        <translation>… {size} más. Mostrar {part}</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of {name} may be missing here</source>
        <translation>Aquí pueden faltar líneas de {name}</translation>
    </message>
    <message>
        <source>Lines may be missing here</source>
        <translation>Aquí pueden faltar líneas</translation>
    </message>
    <message>
        <source>{name} started {when}</source>
        <translation>{name} se inició {when}</translation>
    </message>
    <message>
        <source>Started {when}</source>
        <translation>Inicio: {when}</translation>
    </message>
    <message>
        <source>{name} ended {when} with exit code {code}</source>
        <translation>{name} terminó {when} con el código de salida {code}</translation>
    </message>
    <message>
        <source>{name} ended {when}</source>
        <translation>{name} terminó {when}</translation>
    </message>
    <message>
        <source>Ended {when} with exit code {code}</source>
        <translation>Terminó {when} con el código de salida {code}</translation>
    </message>
    <message>
        <source>Ended {when}</source>
        <translation>Terminó {when}</translation>
    </message>
    <message>
        <source>10m, 14:30, 2026-11-21 14:30</source>
        <comment>example times</comment>
        <translation>10m, 14:30, 2026-11-21 14:30</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Show lines of any time</source>
        <translation>Mostrar líneas de cualquier hora</translation>
    </message>
    <message>
        <source>What is wrong with the times</source>
        <translation>Qué falla en las horas</translation>
    </message>
    <message>
        <source>The first time is later than the second.</source>
        <translation>La primera hora es posterior a la segunda.</translation>
    </message>
    <message>
        <source>Spread or fold this JSON (Enter)</source>
        <translation>Desplegar o plegar este JSON (Intro)</translation>
    </message>
    <message>
        <source>Click to open in the browser</source>
        <translation>Hacer clic para abrir en el navegador</translation>
    </message>
    <message>
        <source>Log in to {registry}</source>
        <translation>Iniciar sesión en {registry}</translation>
    </message>
    <message>
        <source>The login is kept where docker keeps it, so that docker and davit on this computer are logged in too. Where a registry offers access tokens, use one in place of the password.</source>
        <translation>El inicio de sesión se guarda donde lo guarda docker, para que docker y davit también tengan la sesión iniciada en este equipo. Si un registro ofrece tokens de acceso, use uno en lugar de la contraseña.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Contraseña o token</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Cannot log in to {registry}</source>
        <translation>No se puede iniciar sesión en {registry}</translation>
    </message>
    <message>
        <source>Logged in to {registry}</source>
        <translation>Sesión iniciada en {registry}</translation>
    </message>
    <message>
        <source>The password lies unencrypted in {file}. A credential helper of docker keeps it safer.</source>
        <translation>La contraseña queda sin cifrar en {file}. Un asistente de credenciales de docker la guarda con más seguridad.</translation>
    </message>
    <message>
        <source>Log of {name}</source>
        <translation>Registro de {name}</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>Mostrar todas las líneas</translation>
    </message>
    <message>
        <source>{problem} Trying again; the log goes on where it stopped.</source>
        <translation>{problem} Intentándolo de nuevo; el registro sigue donde se detuvo.</translation>
    </message>
    <message numerus="yes">
        <source>No line matches; %n line(s) hidden.</source>
        <translation>
            <numerusform>Ninguna línea coincide; %n línea oculta.</numerusform>
            <numerusform>Ninguna línea coincide; %n líneas ocultas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared. New lines appear here.</source>
        <translation>Vaciado. Las líneas nuevas aparecen aquí.</translation>
    </message>
    <message>
        <source>Nothing written yet. Lines appear here as the container writes them.</source>
        <translation>Todavía no hay nada escrito. Las líneas aparecen aquí a medida que el contenedor las escribe.</translation>
    </message>
    <message>
        <source>This container wrote nothing.</source>
        <translation>Este contenedor no escribió nada.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cleared. Show them</source>
        <translation>
            <numerusform>%n línea quitada de la vista. Mostrarla</numerusform>
            <numerusform>%n líneas quitadas de la vista. Mostrarlas</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading earlier lines… {count}</source>
        <translation>Leyendo líneas anteriores… {count}</translation>
    </message>
    <message>
        <source>Read earlier lines</source>
        <translation>Leer líneas anteriores</translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) are no longer kept here</source>
        <translation>
            <numerusform>%n línea más antigua ya no se conserva aquí</numerusform>
            <numerusform>%n líneas más antiguas ya no se conservan aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n línea nueva</numerusform>
            <numerusform>%n líneas nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}. Go to the newest</source>
        <translation>{lines}. Ir a la más reciente</translation>
    </message>
    <message>
        <source>More than {size} MB is too much for the clipboard. Save the log to a file instead.</source>
        <translation>Más de {size} MB es demasiado para el portapapeles. Guarde el registro en un archivo.</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Guardar registro</translation>
    </message>
    <message>
        <source>Cannot save the log to {path}: {reason}. Try another folder.</source>
        <translation>No se puede guardar el registro en {path}: {reason}. Pruebe otra carpeta.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Containers whose logs are shown</source>
        <translation>Contenedores cuyos registros se muestran</translation>
    </message>
    <message>
        <source>What containers write appears here, that of all of them together.</source>
        <translation>Aquí aparece lo que escriben los contenedores, todos juntos.</translation>
    </message>
    <message>
        <source>No container runs</source>
        <translation>No hay ningún contenedor en ejecución</translation>
    </message>
    <message>
        <source>Logs of containers that have ended can still be read.</source>
        <translation>Los registros de los contenedores terminados aún se pueden leer.</translation>
    </message>
    <message>
        <source>Show all containers</source>
        <translation>Mostrar todos los contenedores</translation>
    </message>
    <message>
        <source>These containers are gone</source>
        <translation>Estos contenedores ya no existen</translation>
    </message>
    <message>
        <source>Running containers</source>
        <translation>Contenedores en ejecución</translation>
    </message>
    <message>
        <source>Stack {name}</source>
        <translation>Stack {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen container(s)</source>
        <translation>
            <numerusform>%n contenedor elegido</numerusform>
            <numerusform>%n contenedores elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>Deteniendo la máquina</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>Reiniciando la máquina</translation>
    </message>
    <message>
        <source>Pausing the machine</source>
        <translation>Pausando la máquina</translation>
    </message>
    <message>
        <source>Repairing the machine</source>
        <translation>Reparando la máquina</translation>
    </message>
    <message>
        <source>Resetting the machine</source>
        <translation>Restableciendo la máquina</translation>
    </message>
    <message>
        <source>Cannot stop the machine</source>
        <translation>No se puede detener la máquina</translation>
    </message>
    <message>
        <source>Cannot restart the machine</source>
        <translation>No se puede reiniciar la máquina</translation>
    </message>
    <message>
        <source>Cannot pause the machine</source>
        <translation>No se puede pausar la máquina</translation>
    </message>
    <message>
        <source>Cannot repair the machine</source>
        <translation>No se puede reparar la máquina</translation>
    </message>
    <message>
        <source>Cannot reset the machine</source>
        <translation>No se puede restablecer la máquina</translation>
    </message>
    <message>
        <source>Repair the data disk…</source>
        <translation>Reparar el disco de datos…</translation>
    </message>
    <message>
        <source>Resume the machine</source>
        <translation>Reanudar la máquina</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>Uso compartido</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Copy the path of its folder</source>
        <translation>Copiar la ruta de su carpeta</translation>
    </message>
    <message>
        <source>Save diagnostics bundle…</source>
        <translation>Guardar paquete de diagnóstico…</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>Mover a otro equipo…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Restablecer…</translation>
    </message>
    <message>
        <source>Cancel start</source>
        <translation>Cancelar el inicio</translation>
    </message>
    <message>
        <source>Cancel the start of the machine</source>
        <translation>Cancelar el inicio de la máquina</translation>
    </message>
    <message>
        <source>Stop the machine</source>
        <translation>Detener la máquina</translation>
    </message>
    <message>
        <source>Restart the machine</source>
        <translation>Reiniciar la máquina</translation>
    </message>
    <message>
        <source>Waiting for the next start: {settings}.</source>
        <translation>A la espera del próximo inicio: {settings}.</translation>
    </message>
    <message>
        <source>Stop machine</source>
        <translation>Detener máquina</translation>
    </message>
    <message>
        <source>Ports are closed. Containers, images and volumes stay.</source>
        <translation>Los puertos se cierran. Los contenedores, las imágenes y los volúmenes se conservan.</translation>
    </message>
    <message>
        <source>Restart machine</source>
        <translation>Reiniciar máquina</translation>
    </message>
    <message>
        <source>Those with a restart policy start again with the machine. Data stays.</source>
        <translation>Los que tienen política de reinicio vuelven a iniciarse con la máquina. Los datos se conservan.</translation>
    </message>
    <message>
        <source>1 container is stopped in good order: {names}.</source>
        <translation>1 contenedor se detiene ordenadamente: {names}.</translation>
    </message>
    <message>
        <source>{count} containers are stopped in good order: {names}.</source>
        <translation>{count} contenedores se detienen ordenadamente: {names}.</translation>
    </message>
    <message>
        <source>Repair data disk</source>
        <translation>Reparar el disco de datos</translation>
    </message>
    <message>
        <source>The file system of the data disk is checked and mended.</source>
        <translation>El sistema de archivos del disco de datos se comprueba y se repara.</translation>
    </message>
    <message>
        <source>Files that were damaged can be lost or end up in lost+found. Export a copy of the disk first if it holds something you cannot make again.</source>
        <translation>Los archivos dañados pueden perderse o acabar en lost+found. Exporte antes una copia del disco si contiene algo que no pueda volver a crear.</translation>
    </message>
    <message>
        <source>{containers}, {images}, and every volume, network and build cache will be deleted for good.</source>
        <translation>{containers}, {images} y todos los volúmenes, redes y caché de construcción se eliminarán para siempre.</translation>
    </message>
    <message>
        <source>All containers, images, volumes, networks and build cache will be deleted for good.</source>
        <translation>Todos los contenedores, imágenes, volúmenes, redes y la caché de construcción se eliminarán para siempre.</translation>
    </message>
    <message>
        <source>They take {size} on this computer.</source>
        <translation>Ocupan {size} en este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>%n running now are stopped first.</source>
        <translation>
            <numerusform>Antes se detiene %n que está en ejecución.</numerusform>
            <numerusform>Antes se detienen %n que están en ejecución.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset machine</source>
        <translation>Restablecer máquina</translation>
    </message>
    <message>
        <source>This cannot be undone. Settings are kept. To keep the data, first run: {command}</source>
        <translation>Esto no se puede deshacer. Los ajustes se conservan. Para conservar los datos, ejecute antes: {command}</translation>
    </message>
    <message>
        <source>Copied the path of the machine&apos;s folder</source>
        <translation>Ruta de la carpeta de la máquina copiada</translation>
    </message>
    <message>
        <source>for {duration}</source>
        <comment>how long it has been running</comment>
        <translation>desde hace {duration}</translation>
    </message>
    <message>
        <source>Cannot run the checks</source>
        <translation>No se pueden hacer las comprobaciones</translation>
    </message>
    <message>
        <source>This did not work: {what}</source>
        <translation>Esto no funcionó: {what}</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Repetir las comprobaciones</translation>
    </message>
    <message>
        <source>Copy the checks</source>
        <translation>Copiar las comprobaciones</translation>
    </message>
    <message>
        <source>Logs, settings and these checks in one file, secrets taken out. It stays here until you send it to somebody.</source>
        <translation>Registros, ajustes y estas comprobaciones en un solo archivo, sin secretos. Se queda aquí hasta que se envíe a alguien.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Checking the machine</source>
        <translation>Comprobando la máquina</translation>
    </message>
    <message>
        <source>Copied the checks</source>
        <translation>Comprobaciones copiadas</translation>
    </message>
    <message>
        <source>Save diagnostics bundle</source>
        <translation>Guardar paquete de diagnóstico</translation>
    </message>
    <message>
        <source>Saving a diagnostics bundle</source>
        <translation>Guardando un paquete de diagnóstico</translation>
    </message>
    <message>
        <source>Cannot save {name}</source>
        <translation>No se puede guardar {name}</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} guardado</translation>
    </message>
    <message>
        <source>Serial console of the guest since its last start</source>
        <translation>Consola serie del sistema invitado desde su último inicio</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Keep the end in sight</source>
        <translation>Mantener el final a la vista</translation>
    </message>
    <message>
        <source>Copy the console</source>
        <translation>Copiar la consola</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>El sistema invitado aún no ha escrito nada.</translation>
    </message>
    <message>
        <source>Copied the selection</source>
        <translation>Selección copiada</translation>
    </message>
    <message>
        <source>Copied the console</source>
        <translation>Consola copiada</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>Acelerador</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>how a run of the machine did</comment>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Starts of the machine</source>
        <translation>Inicios de la máquina</translation>
    </message>
    <message>
        <source>It has not been started yet.</source>
        <translation>Todavía no se ha iniciado.</translation>
    </message>
    <message>
        <source>Cannot read earlier starts</source>
        <translation>No se pueden leer los inicios anteriores</translation>
    </message>
    <message>
        <source>{outcome} after {duration} on {accelerator}</source>
        <translation>{outcome} tras {duration} con {accelerator}</translation>
    </message>
    <message>
        <source>{outcome} after {duration}</source>
        <translation>{outcome} tras {duration}</translation>
    </message>
    <message>
        <source>{ending} {moment}</source>
        <comment>how a run ended, and when</comment>
        <translation>{ending} {moment}</translation>
    </message>
    <message>
        <source>Guest image {name}</source>
        <translation>Imagen del sistema invitado {name}</translation>
    </message>
    <message>
        <source>Docker programs reach it at</source>
        <translation>Los programas de Docker acceden en</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>Último inicio</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Return blocks and memory that the machine no longer needs to this computer</source>
        <translation>Devolver a este equipo los bloques y la memoria que la máquina ya no necesita</translation>
    </message>
    <message>
        <source>Starting now</source>
        <translation>Iniciando ahora</translation>
    </message>
    <message>
        <source>Last start, {duration}</source>
        <translation>Último inicio, {duration}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Aún sin medir</translation>
    </message>
    <message>
        <source>Takes none now; up to {size} while it runs</source>
        <translation>Ahora no ocupa nada; hasta {size} cuando está en marcha</translation>
    </message>
    <message>
        <source>Takes none now</source>
        <translation>Ahora no ocupa nada</translation>
    </message>
    <message>
        <source>{size} of {most} that it may take</source>
        <translation>{size} de {most} que puede ocupar</translation>
    </message>
    <message>
        <source>{size} of it in use by the engine and containers</source>
        <translation>{size} de ello en uso por el motor y los contenedores</translation>
    </message>
    <message>
        <source>There is no disk yet</source>
        <translation>Todavía no hay disco</translation>
    </message>
    <message>
        <source>{size} really taken on this computer</source>
        <translation>{size} ocupados de verdad en este equipo</translation>
    </message>
    <message>
        <source>Nobody can tell now what it takes on this computer</source>
        <translation>Ahora no se puede saber cuánto ocupa en este equipo</translation>
    </message>
    <message>
        <source>The machine sees {size}</source>
        <translation>La máquina ve {size}</translation>
    </message>
    <message>
        <source>The machine sees {size}, of which it uses {used}</source>
        <translation>La máquina ve {size}, de los que usa {used}</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>Devolviendo…</translation>
    </message>
    <message>
        <source>Measured: nothing more to give back</source>
        <translation>Medido: nada más que devolver</translation>
    </message>
    <message>
        <source>Measured: {disk} of disk and {memory} of memory came back</source>
        <translation>Medido: se recuperaron {disk} de disco y {memory} de memoria</translation>
    </message>
    <message>
        <source>Cannot give back disk and memory</source>
        <translation>No se pueden devolver disco y memoria</translation>
    </message>
    <message>
        <source>Giving back disk and memory</source>
        <translation>Devolviendo disco y memoria</translation>
    </message>
    <message>
        <source>Engine {version}</source>
        <translation>Motor {version}</translation>
    </message>
    <message>
        <source>Cannot change the machine&apos;s resources</source>
        <translation>No se pueden cambiar los recursos de la máquina</translation>
    </message>
    <message>
        <source>Takes effect with the next start.</source>
        <translation>Tiene efecto con el próximo inicio.</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>Tiene efecto de inmediato.</translation>
    </message>
    <message>
        <source>Stop when idle</source>
        <translation>Detener por inactividad</translation>
    </message>
    <message>
        <source>of {size}</source>
        <comment>of all that this computer has</comment>
        <translation>de {size}</translation>
    </message>
    <message>
        <source>Containers share them.</source>
        <translation>Los contenedores las comparten.</translation>
    </message>
    <message>
        <source>The most it may take. What it does not use goes back to this computer.</source>
        <translation>Lo máximo que puede ocupar. Lo que no usa vuelve a este equipo.</translation>
    </message>
    <message>
        <source>{size} free here</source>
        <translation>{size} libres aquí</translation>
    </message>
    <message>
        <source>The most it may hold. It takes only what is used, and grows, but never shrinks.</source>
        <translation>Lo máximo que puede contener. Solo ocupa lo que se usa, y crece, pero nunca se reduce.</translation>
    </message>
    <message>
        <source>Automatic takes the fastest that works here.</source>
        <translation>Automático elige el más rápido que funciona aquí.</translation>
    </message>
    <message>
        <source>Sleep when idle</source>
        <translation>Dormir por inactividad</translation>
    </message>
    <message>
        <source>Without running containers it stops and gives its memory back. It wakes with the next docker or davit command.</source>
        <translation>Sin contenedores en ejecución, se detiene y devuelve su memoria. Se despierta con el siguiente comando de docker o davit.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>There is no machine yet. It is set up with its first start.</source>
        <translation>Todavía no hay máquina. Se configura con su primer inicio.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Software emulation (slow)</source>
        <translation>Emulación por software (lenta)</translation>
    </message>
    <message>
        <source>{accelerator} only</source>
        <translation>Solo {accelerator}</translation>
    </message>
    <message>
        <source>At once: {settings}.</source>
        <translation>De inmediato: {settings}.</translation>
    </message>
    <message>
        <source>With the next start: {settings}.</source>
        <translation>Con el próximo inicio: {settings}.</translation>
    </message>
    <message>
        <source>When it starts: {settings}.</source>
        <translation>Cuando se inicie: {settings}.</translation>
    </message>
    <message>
        <source>Changed {settings}</source>
        <translation>Se ha cambiado: {settings}</translation>
    </message>
    <message>
        <source>{settings} will change with the next start</source>
        <translation>Cambiará con el próximo inicio: {settings}</translation>
    </message>
    <message>
        <source>Changing the machine&apos;s resources</source>
        <translation>Cambiando los recursos de la máquina</translation>
    </message>
    <message>
        <source>Cannot change the shared folders</source>
        <translation>No se pueden cambiar las carpetas compartidas</translation>
    </message>
    <message>
        <source>Cannot change the open ports</source>
        <translation>No se pueden cambiar los puertos abiertos</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>sin compartir</translation>
    </message>
    <message>
        <source>shared by {transport}</source>
        <translation>compartida mediante {transport}</translation>
    </message>
    <message>
        <source>Shared by {transport}</source>
        <translation>Compartida mediante {transport}</translation>
    </message>
    <message>
        <source>shared with the next start</source>
        <translation>compartida con el próximo inicio</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>{path} is read-only</source>
        <translation>{path} es de solo lectura</translation>
    </message>
    <message>
        <source>Stop sharing {path}</source>
        <translation>Dejar de compartir {path}</translation>
    </message>
    <message>
        <source>Folders that containers may mount</source>
        <translation>Carpetas que los contenedores pueden montar</translation>
    </message>
    <message>
        <source>With all below them. Changes take effect with the next start.</source>
        <translation>Con todo lo que contienen. Los cambios tienen efecto con el próximo inicio.</translation>
    </message>
    <message>
        <source>No folder is shared: containers see named volumes only.</source>
        <translation>No se comparte ninguna carpeta: los contenedores solo ven volúmenes con nombre.</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>Compartir una carpeta…</translation>
    </message>
    <message>
        <source>Ports of this computer that containers may reach</source>
        <translation>Puertos de este equipo a los que pueden acceder los contenedores</translation>
    </message>
    <message>
        <source>Programs that listen on this computer&apos;s 127.0.0.1 are found by containers at host.docker.internal, on these ports only. A change takes effect at once.</source>
        <translation>Los contenedores encuentran en host.docker.internal los programas que escuchan en 127.0.0.1 de este equipo, solo en estos puertos. Un cambio tiene efecto de inmediato.</translation>
    </message>
    <message>
        <source>none; for instance 5432, 8000, or all</source>
        <translation>ninguno; por ejemplo 5432, 8000, o all</translation>
    </message>
    <message>
        <source>Apply the ports</source>
        <translation>Aplicar los puertos</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>Compartir una carpeta</translation>
    </message>
    <message>
        <source>Changing the shared folders</source>
        <translation>Cambiando las carpetas compartidas</translation>
    </message>
    <message>
        <source>Containers may reach: {ports}</source>
        <translation>Los contenedores pueden acceder a: {ports}</translation>
    </message>
    <message>
        <source>Containers may reach: no port of this computer</source>
        <translation>Los contenedores no pueden acceder a ningún puerto de este equipo</translation>
    </message>
    <message>
        <source>Changing the open ports</source>
        <translation>Cambiando los puertos abiertos</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Stacks</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Run a new container</source>
        <translation>Ejecutar un contenedor nuevo</translation>
    </message>
    <message>
        <source>Build an image…</source>
        <translation>Construir una imagen…</translation>
    </message>
    <message>
        <source>Make an image from a Dockerfile</source>
        <translation>Hacer una imagen a partir de un Dockerfile</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Deshacer la eliminación</translation>
    </message>
    <message>
        <source>Stop machine and quit</source>
        <translation>Detener la máquina y salir</translation>
    </message>
    <message>
        <source>Stop containers in good order, then the machine, then Davit</source>
        <translation>Detener ordenadamente los contenedores, luego la máquina y luego Davit</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>&amp;Contenedor</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Find or filter</source>
        <translation>Buscar o filtrar</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Comandos…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>Plegar o desplegar la barra lateral</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Texto normal</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>About Davit</source>
        <translation>Acerca de Davit</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>See the settings</source>
        <translation>Vea los ajustes</translation>
    </message>
    <message>
        <source>The engine does not answer: {reason}. What you see is how it was. Davit keeps trying.</source>
        <translation>El motor no responde: {reason}. Lo que se ve es como estaba. Davit sigue intentándolo.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>The machine is paused: containers stand still, and their ports do not answer.</source>
        <translation>La máquina está en pausa: los contenedores están quietos y sus puertos no responden.</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>desde el código fuente</translation>
    </message>
    <message>
        <source>Davit {version}
Linux containers with an engine of its own.

Engine: {engine}
Address: {address}</source>
        <translation>Davit {version}
Contenedores Linux con un motor propio.

Motor: {engine}
Dirección: {address}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Quit Davit</source>
        <translation>Salir de Davit</translation>
    </message>
    <message>
        <source>1 container keeps running when Davit is closed.</source>
        <translation>1 contenedor sigue en ejecución al cerrar Davit.</translation>
    </message>
    <message>
        <source>{count} containers keep running when Davit is closed.</source>
        <translation>{count} contenedores siguen en ejecución al cerrar Davit.</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>No volver a preguntar</translation>
    </message>
    <message>
        <source>The engine goes on without the window, and the ports stay open.</source>
        <translation>El motor sigue sin la ventana y los puertos quedan abiertos.</translation>
    </message>
    <message>
        <source>The machine goes on without the window, and the ports stay open.</source>
        <translation>La máquina sigue sin la ventana y los puertos quedan abiertos.</translation>
    </message>
    <message>
        <source>It takes {size} of memory now.</source>
        <translation>Ahora ocupa {size} de memoria.</translation>
    </message>
    <message>
        <source>Stopping the machine before Davit quits</source>
        <translation>Deteniendo la máquina antes de salir de Davit</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Detalles del problema</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>Crear red</translation>
    </message>
    <message>
        <source>Containers on one network reach each other by their names.</source>
        <translation>Los contenedores de una misma red se encuentran por sus nombres.</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>se elige automáticamente</translation>
    </message>
    <message>
        <source>the first address of the subnet</source>
        <translation>la primera dirección de la subred</translation>
    </message>
    <message>
        <source>Without a way out: no internet, no published ports</source>
        <translation>Sin salida: sin internet y sin puertos publicados</translation>
    </message>
    <message>
        <source>With IPv6 addresses too</source>
        <translation>También con direcciones IPv6</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subred</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Puerta de enlace</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, a letter or digit first</source>
        <translation>Solo letras, cifras y _ . -, empezando por una letra o cifra</translation>
    </message>
    <message>
        <source>Connect container</source>
        <translation>Conectar contenedor</translation>
    </message>
    <message>
        <source>It joins {network} at once and keeps the networks that it is on.</source>
        <translation>Se une a {network} de inmediato y conserva las redes en las que está.</translation>
    </message>
    <message>
        <source>a further name, if wanted</source>
        <translation>otro nombre, si se desea</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Every container is on this network already</source>
        <translation>Todos los contenedores están ya en esta red</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interna</translation>
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
        <translation>Características</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Filter by name, driver or subnet</source>
        <translation>Filtrar por nombre, controlador o subred</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>Crear…</translation>
    </message>
    <message>
        <source>Connect container…</source>
        <translation>Conectar contenedor…</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>No hay redes</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Containers on this network</source>
        <translation>Contenedores en esta red</translation>
    </message>
    <message>
        <source>Cannot list networks</source>
        <translation>No se pueden listar las redes</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n red</numerusform>
            <numerusform>%n redes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) on {name}</source>
        <translation>
            <numerusform>%n contenedor en {name}</numerusform>
            <numerusform>%n contenedores en {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating network {name}</source>
        <translation>Creando la red {name}</translation>
    </message>
    <message>
        <source>Cannot create network {name}</source>
        <translation>No se puede crear la red {name}</translation>
    </message>
    <message>
        <source>Connecting {container} to {network}</source>
        <translation>Conectando {container} a {network}</translation>
    </message>
    <message>
        <source>Cannot connect {container} to {network}</source>
        <translation>No se puede conectar {container} a {network}</translation>
    </message>
    <message>
        <source>Disconnecting {container} from {network}</source>
        <translation>Desconectando {container} de {network}</translation>
    </message>
    <message>
        <source>Cannot disconnect {container} from {network}</source>
        <translation>No se puede desconectar {container} de {network}</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n network(s)</source>
        <translation>
            <numerusform>%n red eliminada</numerusform>
            <numerusform>%n redes eliminadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting network {name}</source>
        <translation>Eliminando la red {name}</translation>
    </message>
    <message>
        <source>Cannot delete network {name}</source>
        <translation>No se puede eliminar la red {name}</translation>
    </message>
    <message>
        <source>Prune unused networks</source>
        <translation>Limpiar redes sin usar</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) with no container will be deleted.</source>
        <translation>
            <numerusform>Se eliminará %n red sin contenedores.</numerusform>
            <numerusform>Se eliminarán %n redes sin contenedores.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete networks</source>
        <translation>Eliminar redes</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Type a command, a page, a container or an image</source>
        <translation>Escriba un comando, una página, un contenedor o una imagen</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Comandos encontrados</translation>
    </message>
    <message>
        <source>Nothing fits these letters.</source>
        <translation>Nada coincide con estas letras.</translation>
    </message>
    <message>
        <source>View logs of {name}</source>
        <translation>Ver los registros de {name}</translation>
    </message>
    <message>
        <source>Inspect {name}</source>
        <translation>Inspeccionar {name}</translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation>Iniciar {name}</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>Detener {name}</translation>
    </message>
    <message>
        <source>Restart {name}</source>
        <translation>Reiniciar {name}</translation>
    </message>
    <message>
        <source>Open terminal in {name}</source>
        <translation>Abrir terminal en {name}</translation>
    </message>
    <message>
        <source>Run {name}…</source>
        <translation>Ejecutar {name}…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Exposed by the image, but not published</source>
        <translation>Expuesto por la imagen, pero sin publicar</translation>
    </message>
    <message>
        <source>Run the image again and publish it.</source>
        <translation>Ejecute la imagen de nuevo y publíquelo.</translation>
    </message>
    <message>
        <source>Not open: the container is not running</source>
        <translation>No está abierto: el contenedor no está en ejecución</translation>
    </message>
    <message>
        <source>The forward is not open: {reason}</source>
        <translation>El reenvío no está abierto: {reason}</translation>
    </message>
    <message>
        <source>Stop what holds the port, or run the container on another one.</source>
        <translation>Detenga lo que ocupa el puerto o ejecute el contenedor en otro.</translation>
    </message>
    <message>
        <source>Listens on {address} inside, where nobody from outside gets</source>
        <translation>Escucha en {address} por dentro, adonde nadie llega desde fuera</translation>
    </message>
    <message>
        <source>Make the program in the container listen on 0.0.0.0.</source>
        <translation>Haga que el programa del contenedor escuche en 0.0.0.0.</translation>
    </message>
    <message>
        <source>See the logs: the program may be starting still, or have failed.</source>
        <translation>Vea los registros: puede que el programa se esté iniciando o haya fallado.</translation>
    </message>
    <message>
        <source>The container listens on {ports}: publish that instead.</source>
        <translation>El contenedor escucha en {ports}: publique eso en su lugar.</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container yet</source>
        <translation>Todavía nada escucha en {port} en el contenedor</translation>
    </message>
    <message>
        <source>Published; {protocol} cannot be asked</source>
        <translation>Publicado; {protocol} no se puede consultar</translation>
    </message>
    <message>
        <source>Listens in the container</source>
        <translation>Escucha en el contenedor</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Consultando…</translation>
    </message>
    <message>
        <source>Answers in {time} ms</source>
        <translation>Responde en {time} ms</translation>
    </message>
    <message>
        <source>The program takes connections and hangs up at once</source>
        <translation>El programa acepta conexiones y las corta enseguida</translation>
    </message>
    <message>
        <source>See the logs for the reason.</source>
        <translation>Vea el motivo en los registros.</translation>
    </message>
    <message>
        <source>The forward is open, but hangs up at once</source>
        <translation>El reenvío está abierto, pero corta enseguida</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container, or only on its own 127.0.0.1.</source>
        <translation>Nada escucha en {port} en el contenedor, o solo en su propio 127.0.0.1.</translation>
    </message>
    <message>
        <source>nothing listens</source>
        <translation>nada escucha</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Rechazado: {reason}</translation>
    </message>
    <message>
        <source>Restart the container: its forward is gone.</source>
        <translation>Reinicie el contenedor: su reenvío ha desaparecido.</translation>
    </message>
    <message>
        <source>No answer: something drops the connection</source>
        <translation>Sin respuesta: algo descarta la conexión</translation>
    </message>
    <message>
        <source>Look for a firewall between this computer and the container.</source>
        <translation>Busque un cortafuegos entre este equipo y el contenedor.</translation>
    </message>
    <message>
        <source>No ports</source>
        <translation>Sin puertos</translation>
    </message>
    <message>
        <source>The container publishes no port, and its image names none. A port is published when the container is run.</source>
        <translation>El contenedor no publica ningún puerto y su imagen no indica ninguno. Un puerto se publica al ejecutar el contenedor.</translation>
    </message>
    <message>
        <source>Visible on your network: bound to all addresses</source>
        <translation>Visible en su red: asociado a todas las direcciones</translation>
    </message>
    <message>
        <source>Port of this computer</source>
        <translation>Puerto de este equipo</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>En el contenedor</translation>
    </message>
    <message>
        <source>Filter by port or container</source>
        <translation>Filtrar por puerto o contenedor</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a mirar</translation>
    </message>
    <message>
        <source>No ports are published</source>
        <translation>No hay puertos publicados</translation>
    </message>
    <message>
        <source>A container&apos;s port is opened on this computer when the container is run with it.</source>
        <translation>El puerto de un contenedor se abre en este equipo cuando el contenedor se ejecuta con él.</translation>
    </message>
    <message>
        <source>What mends the selected port</source>
        <translation>Qué arregla el puerto seleccionado</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n puerto</numerusform>
            <numerusform>%n puertos</numerusform>
        </translation>
    </message>
    <message>
        <source>nginx, ghcr.io/owner/name:tag, or words to search for</source>
        <translation>nginx, ghcr.io/owner/name:tag, o palabras que buscar</translation>
    </message>
    <message>
        <source>Image to pull</source>
        <translation>Imagen que descargar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the registry, and list the tags (Ctrl+Return)</source>
        <translation>Buscar en el registro y listar las etiquetas (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>This engine&apos;s platform</source>
        <translation>La plataforma de este motor</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>Descargar imagen</translation>
    </message>
    <message>
        <source>All of the pull</source>
        <translation>Toda la descarga</translation>
    </message>
    <message>
        <source>Cancel pull</source>
        <translation>Cancelar la descarga</translation>
    </message>
    <message>
        <source>Asking the registry…</source>
        <translation>Consultando el registro…</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept for a day, for the next try.</source>
        <translation>Cancelado. Lo que ha llegado se conserva un día, para el próximo intento.</translation>
    </message>
    <message>
        <source>Log in to {registry}…</source>
        <translation>Iniciar sesión en {registry}…</translation>
    </message>
    <message>
        <source>{name} is not the name of an image</source>
        <translation>{name} no es el nombre de una imagen</translation>
    </message>
    <message>
        <source>A name for an image has no digest</source>
        <translation>El nombre de una imagen no lleva digest</translation>
    </message>
    <message>
        <source>Closed, it goes on under Tasks at the lower right.</source>
        <translation>Al cerrar, sigue en Tareas, abajo a la derecha.</translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation>Subir una imagen</translation>
    </message>
    <message>
        <source>Name to push</source>
        <translation>Nombre que subir</translation>
    </message>
    <message>
        <source>Push image</source>
        <translation>Subir imagen</translation>
    </message>
    <message>
        <source>All of the push</source>
        <translation>Toda la subida</translation>
    </message>
    <message>
        <source>Give the image the name of another registry or repository</source>
        <translation>Dar a la imagen el nombre de otro registro o repositorio</translation>
    </message>
    <message>
        <source>Cancel push</source>
        <translation>Cancelar la subida</translation>
    </message>
    <message>
        <source>Cannot push {name}</source>
        <translation>No se puede subir {name}</translation>
    </message>
    <message>
        <source>Pushing {name}</source>
        <translation>Subiendo {name}</translation>
    </message>
    <message>
        <source>Cancelled. Layers that have arrived stay there.</source>
        <translation>Cancelado. Las capas que han llegado se quedan allí.</translation>
    </message>
    <message>
        <source>The name has no registry in it, so it goes to Docker Hub. To push elsewhere, give the image a name such as registry.example.com/team/name:tag.</source>
        <translation>El nombre no incluye ningún registro, así que va a Docker Hub. Para subirla a otro lugar, dé a la imagen un nombre como registry.example.com/team/name:tag.</translation>
    </message>
    <message>
        <source>It goes to {registry}.</source>
        <translation>Va a {registry}.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositorio</translation>
    </message>
    <message>
        <source>{name} (official)</source>
        <translation>{name} (oficial)</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Estrellas</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Repositories found</source>
        <translation>Repositorios encontrados</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>Repositorios</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>Filtrar etiquetas</translation>
    </message>
    <message>
        <source>Name an image and pull it, or search. Docker Hub can be searched; other registries list the tags of a repository that is named in full.</source>
        <translation>Indique una imagen y descárguela, o busque. En Docker Hub se puede buscar; otros registros listan las etiquetas de un repositorio indicado por completo.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Choose a repository to see its tags.</source>
        <translation>Elija un repositorio para ver sus etiquetas.</translation>
    </message>
    <message>
        <source>Cannot search</source>
        <translation>No se puede buscar</translation>
    </message>
    <message>
        <source>Asking for the tags…</source>
        <translation>Consultando las etiquetas…</translation>
    </message>
    <message>
        <source>Cannot list the tags of {name}</source>
        <translation>No se pueden listar las etiquetas de {name}</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>No se encontró nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of {name}</source>
        <translation>
            <numerusform>%n etiqueta de {name}</numerusform>
            <numerusform>%n etiquetas de {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>No hay etiquetas.</translation>
    </message>
    <message>
        <source>{registry} offers no search. Its tags of a full name are listed beside.</source>
        <translation>{registry} no ofrece búsqueda. Sus etiquetas de un nombre completo se listan al lado.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>No registry has an image of this name.</source>
        <translation>Ningún registro tiene una imagen con este nombre.</translation>
    </message>
    <message>
        <source>official</source>
        <translation>oficial</translation>
    </message>
    <message>
        <source>Search registries for this name</source>
        <translation>Buscar este nombre en los registros</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Add port</source>
        <translation>Añadir puerto</translation>
    </message>
    <message>
        <source>Add volume or folder</source>
        <translation>Añadir volumen o carpeta</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>Añadir variable</translation>
    </message>
    <message>
        <source>Add from env file…</source>
        <translation>Añadir de un archivo env…</translation>
    </message>
    <message>
        <source>as the image says</source>
        <translation>como indica la imagen</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>&amp;Comando</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>&amp;Entrypoint</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>Elija una imagen</translation>
    </message>
    <message>
        <source>Not on this computer yet: it is pulled first.</source>
        <translation>Aún no está en este equipo: antes se descarga.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>Port {port} is asked for twice</source>
        <translation>El puerto {port} se pide dos veces</translation>
    </message>
    <message>
        <source>Use {port}</source>
        <translation>Usar {port}</translation>
    </message>
    <message>
        <source>The image does not start without {name}: {use}</source>
        <translation>La imagen no se inicia sin {name}: {use}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>Añadir {name}</translation>
    </message>
    <message>
        <source>Env file</source>
        <translation>Archivo env</translation>
    </message>
    <message>
        <source>Cannot read the env file: {why}</source>
        <translation>No se puede leer el archivo env: {why}</translation>
    </message>
    <message>
        <source>Restart and removal</source>
        <translation>Reinicio y eliminación</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU y memoria</translation>
    </message>
    <message>
        <source>User and process</source>
        <translation>Usuario y proceso</translation>
    </message>
    <message>
        <source>Capabilities and privileges</source>
        <translation>Capacidades y privilegios</translation>
    </message>
    <message>
        <source>Platform and pulling</source>
        <translation>Plataforma y descarga</translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation>Ejecutar un contenedor</translation>
    </message>
    <message>
        <source>This cannot be read any more: {command}</source>
        <translation>Esto ya no se puede leer: {command}</translation>
    </message>
    <message>
        <source>This form was closed before {image} was run.</source>
        <translation>Este formulario se cerró antes de ejecutar {image}.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar con él</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>Otras opciones</translation>
    </message>
    <message>
        <source>The same as a docker command</source>
        <translation>Lo mismo como comando docker</translation>
    </message>
    <message>
        <source>Copy the command, secrets included</source>
        <translation>Copiar el comando, con los secretos</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>Avance de la ejecución</translation>
    </message>
    <message>
        <source>Run container</source>
        <translation>Ejecutar contenedor</translation>
    </message>
    <message>
        <source>{field} is set twice: in the form and by a flag</source>
        <translation>{field} se indica dos veces: en el formulario y con una opción</translation>
    </message>
    <message>
        <source>Run container (Ctrl+Return)</source>
        <translation>Ejecutar contenedor (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Saved as preset {title}.</source>
        <translation>Plantilla {title} guardada.</translation>
    </message>
    <message>
        <source>Deleted preset {title}.</source>
        <translation>Plantilla {title} eliminada.</translation>
    </message>
    <message>
        <source>Preset {title} is back.</source>
        <translation>La plantilla {title} ha vuelto.</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Cancelar la ejecución</translation>
    </message>
    <message>
        <source>Esc closes this window and lets the run go on</source>
        <translation>Esc cierra esta ventana y la ejecución continúa</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} de {all}</translation>
    </message>
    <message>
        <source>Pulling {name}: {done}</source>
        <translation>Descargando {name}: {done}</translation>
    </message>
    <message>
        <source>Cannot run {name} again</source>
        <translation>No se puede volver a ejecutar {name}</translation>
    </message>
    <message>
        <source>Cannot run a container now</source>
        <translation>Ahora no se puede ejecutar un contenedor</translation>
    </message>
    <message>
        <source>Cannot search for {name}</source>
        <translation>No se puede buscar {name}</translation>
    </message>
    <message>
        <source>Cannot keep presets and recent runs</source>
        <translation>No se pueden guardar las plantillas y las ejecuciones recientes</translation>
    </message>
    <message>
        <source>Running {name}</source>
        <translation>Ejecutando {name}</translation>
    </message>
    <message>
        <source>Cannot run {name}</source>
        <translation>No se puede ejecutar {name}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>el archivo es demasiado grande</translation>
    </message>
    <message>
        <source>Unless it was stopped</source>
        <translation>Salvo si se detuvo</translation>
    </message>
    <message>
        <source>When it is not on this computer</source>
        <translation>Cuando no está en este equipo</translation>
    </message>
    <message>
        <source>Always, for the newest</source>
        <translation>Siempre, para tener la más reciente</translation>
    </message>
    <message>
        <source>The usual one (bridge)</source>
        <translation>La habitual (bridge)</translation>
    </message>
    <message>
        <source>This computer&apos;s own (host)</source>
        <translation>La de este equipo (host)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>&amp;Red</translation>
    </message>
    <message>
        <source>Other names in the network</source>
        <translation>Otros nombres en la red</translation>
    </message>
    <message>
        <source>db, database</source>
        <translation>db, database</translation>
    </message>
    <message>
        <source>Other names there</source>
        <translation>Otros nombres en ella</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nombre de host</translation>
    </message>
    <message>
        <source>the container&apos;s id</source>
        <translation>el id del contenedor</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>Nombre de &amp;host</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>Añadir host</translation>
    </message>
    <message>
        <source>Host and its address</source>
        <translation>Host y su dirección</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>Hosts conocidos</translation>
    </message>
    <message>
        <source>Add name server</source>
        <translation>Añadir servidor DNS</translation>
    </message>
    <message>
        <source>Address of a name server</source>
        <translation>Dirección de un servidor DNS</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Servidores DNS</translation>
    </message>
    <message>
        <source>Only a network of your own gives other names</source>
        <translation>Solo una red propia da otros nombres</translation>
    </message>
    <message>
        <source>Write a name, a colon and an address</source>
        <translation>Escriba un nombre, dos puntos y una dirección</translation>
    </message>
    <message>
        <source>Write it as {text}</source>
        <translation>Escríbalo como {text}</translation>
    </message>
    <message>
        <source>Write an address, such as 1.1.1.1</source>
        <translation>Escriba una dirección, como 1.1.1.1</translation>
    </message>
    <message>
        <source>Times that it is tried again</source>
        <translation>Veces que se vuelve a intentar</translation>
    </message>
    <message>
        <source>any number of times</source>
        <translation>sin límite de veces</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>Reinici&amp;o</translation>
    </message>
    <message>
        <source>Delete the container, and its unnamed volumes, when it stops</source>
        <translation>Eliminar el contenedor y sus volúmenes sin nombre cuando se detenga</translation>
    </message>
    <message>
        <source>A container that is deleted when it stops cannot be restarted</source>
        <translation>Un contenedor que se elimina al detenerse no se puede reiniciar</translation>
    </message>
    <message>
        <source>CPU limit in cores</source>
        <translation>Límite de CPU en núcleos</translation>
    </message>
    <message>
        <source>all, or 1.5</source>
        <translation>todos, o 1.5</translation>
    </message>
    <message>
        <source>CPU limit (cores)</source>
        <translation>Límite de CPU (núcleos)</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Límite de memoria</translation>
    </message>
    <message>
        <source>all, or 512m, 2g</source>
        <translation>toda, o 512m, 2g</translation>
    </message>
    <message>
        <source>The CPU limit is a number of cores, such as 1.5</source>
        <translation>El límite de CPU es un número de núcleos, como 1.5</translation>
    </message>
    <message>
        <source>The memory limit is a size of at least 6m, such as 512m or 2g</source>
        <translation>El límite de memoria es un tamaño de al menos 6m, como 512m o 2g</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>Working &amp;folder</source>
        <translation>Carpeta de &amp;trabajo</translation>
    </message>
    <message>
        <source>Give it a terminal (-t)</source>
        <translation>Darle un terminal (-t)</translation>
    </message>
    <message>
        <source>Keep its input open (-i)</source>
        <translation>Mantener abierta su entrada (-i)</translation>
    </message>
    <message>
        <source>Run a small init process first, which clears away zombies</source>
        <translation>Ejecutar antes un pequeño proceso init, que limpia los procesos zombis</translation>
    </message>
    <message>
        <source>Make its own file system read-only; volumes stay as they are</source>
        <translation>Poner su propio sistema de archivos en solo lectura; los volúmenes quedan como están</translation>
    </message>
    <message>
        <source>Capabilities it gets</source>
        <translation>Capacidades que recibe</translation>
    </message>
    <message>
        <source>Capabilities to add</source>
        <translation>Capacidades que añadir</translation>
    </message>
    <message>
        <source>Capabilities it loses</source>
        <translation>Capacidades que pierde</translation>
    </message>
    <message>
        <source>Capabilities to drop</source>
        <translation>Capacidades que quitar</translation>
    </message>
    <message>
        <source>It may do whatever root may on the computer that the engine runs on: see every device, change the kernel&apos;s settings, leave the container. Only for images you trust as much as that computer&apos;s administrator.</source>
        <translation>Puede hacer todo lo que puede root en el equipo donde se ejecuta el motor: ver todos los dispositivos, cambiar los ajustes del núcleo, salir del contenedor. Solo para imágenes en las que confíe tanto como en el administrador de ese equipo.</translation>
    </message>
    <message>
        <source>{name} is not a capability</source>
        <translation>{name} no es una capacidad</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Añadir etiqueta (label)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta (label)</translation>
    </message>
    <message>
        <source>Write a label as name=value</source>
        <translation>Escriba una etiqueta (label) como name=value</translation>
    </message>
    <message>
        <source>this computer&apos;s, or linux/arm64</source>
        <translation>la de este equipo, o linux/arm64</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>&amp;Plataforma</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>Descargar la imagen</translation>
    </message>
    <message>
        <source>Pu&amp;ll the image</source>
        <translation>&amp;Descargar la imagen</translation>
    </message>
    <message>
        <source>A platform is written as linux/amd64 or linux/arm64</source>
        <translation>Una plataforma se escribe como linux/amd64 o linux/arm64</translation>
    </message>
    <message>
        <source>Add flag</source>
        <translation>Añadir opción</translation>
    </message>
    <message>
        <source>Everything else that docker run knows, one flag on each line.</source>
        <translation>Todo lo demás que conoce docker run, una opción por línea.</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Además</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Quién puede acceder</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Solo este equipo</translation>
    </message>
    <message>
        <source>Your whole network</source>
        <translation>Toda su red</translation>
    </message>
    <message>
        <source>free port</source>
        <translation>puerto libre</translation>
    </message>
    <message>
        <source>Port of the container</source>
        <translation>Puerto del contenedor</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Take this port away</source>
        <translation>Quitar este puerto</translation>
    </message>
    <message>
        <source>As the engine decides</source>
        <translation>Como decida el motor</translation>
    </message>
    <message>
        <source>Address {address}</source>
        <translation>Dirección {address}</translation>
    </message>
    <message>
        <source>The container&apos;s port is a number from 1 to 65535</source>
        <translation>El puerto del contenedor es un número de 1 a 65535</translation>
    </message>
    <message>
        <source>The port of this computer is a number from 1 to 65535</source>
        <translation>El puerto de este equipo es un número de 1 a 65535</translation>
    </message>
    <message>
        <source>Folder of this computer, or name of a volume</source>
        <translation>Carpeta de este equipo o nombre de un volumen</translation>
    </message>
    <message>
        <source>Folder, or name of a volume</source>
        <translation>Carpeta o nombre de un volumen</translation>
    </message>
    <message>
        <source>Choose a folder of this computer</source>
        <translation>Elegir una carpeta de este equipo</translation>
    </message>
    <message>
        <source>Path in the container</source>
        <translation>Ruta en el contenedor</translation>
    </message>
    <message>
        <source>/path/in/container</source>
        <translation>/ruta/en/el/contenedor</translation>
    </message>
    <message>
        <source>Take this volume away</source>
        <translation>Quitar este volumen</translation>
    </message>
    <message>
        <source>Choose a volume that exists</source>
        <translation>Elegir un volumen existente</translation>
    </message>
    <message>
        <source>There are no volumes yet</source>
        <translation>Todavía no hay volúmenes</translation>
    </message>
    <message>
        <source>The path in the container begins with / and is not / itself</source>
        <translation>La ruta en el contenedor empieza por / y no es solo /</translation>
    </message>
    <message>
        <source>Give a whole path (/…), or a volume&apos;s name of letters, digits, _ . and -</source>
        <translation>Indique una ruta completa (/…) o el nombre de un volumen con letras, cifras, _ . y -</translation>
    </message>
    <message>
        <source>A folder with a colon in its path cannot be mounted</source>
        <translation>No se puede montar una carpeta con dos puntos en su ruta</translation>
    </message>
    <message>
        <source>Folder to mount</source>
        <translation>Carpeta que montar</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>Nombre de la variable</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOMBRE</translation>
    </message>
    <message>
        <source>Value of the variable</source>
        <translation>Valor de la variable</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>Mostrar el valor</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copiar el valor</translation>
    </message>
    <message>
        <source>Generate a password</source>
        <translation>Generar una contraseña</translation>
    </message>
    <message>
        <source>Take this variable away</source>
        <translation>Quitar esta variable</translation>
    </message>
    <message>
        <source>A variable&apos;s name has no spaces and no =</source>
        <translation>El nombre de una variable no lleva espacios ni =</translation>
    </message>
    <message>
        <source>{name} is a secret, and secrets are not kept: give its value again</source>
        <translation>{name} es un secreto, y los secretos no se guardan: indique de nuevo su valor</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>Ocultar el valor</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Quitar esta línea</translation>
    </message>
    <message>
        <source>Flag of docker run</source>
        <translation>Opción de docker run</translation>
    </message>
    <message>
        <source>{field}: a quote is not closed</source>
        <translation>{field}: hay una comilla sin cerrar</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Presets that you saved and what you ran before</source>
        <translation>Plantillas guardadas y lo que se ejecutó antes</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Guardar como plantilla…</translation>
    </message>
    <message>
        <source>Paste docker run…</source>
        <translation>Pegar docker run…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nombre de la plantilla</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>Guardar plantilla</translation>
    </message>
    <message>
        <source>Kept on this computer. Passwords and other secrets are not kept: they are asked for again.</source>
        <translation>Se guarda en este equipo. Las contraseñas y otros secretos no se guardan: se vuelven a pedir.</translation>
    </message>
    <message>
        <source>Paste a docker run command</source>
        <translation>Pegar un comando docker run</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>Otras imágenes</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Eliminar plantilla</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Ejecuciones recientes</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>hace {time}</translation>
    </message>
    <message>
        <source>Cannot export the machine</source>
        <translation>No se puede exportar la máquina</translation>
    </message>
    <message>
        <source>Cannot import into the machine</source>
        <translation>No se puede importar a la máquina</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>Mover a otro equipo</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Exportar todo…</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>Desde este equipo</translation>
    </message>
    <message>
        <source>Writes all containers, images and volumes to one file. The machine stops for it, and starts again if it ran.</source>
        <translation>Escribe todos los contenedores, imágenes y volúmenes en un archivo. La máquina se detiene para ello y vuelve a iniciarse si estaba en marcha.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>A este equipo</translation>
    </message>
    <message>
        <source>Puts the content of such a file in the place of what the machine holds.</source>
        <translation>Pone el contenido de un archivo así en lugar de lo que tiene la máquina.</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Exportar todo</translation>
    </message>
    <message numerus="yes">
        <source>%n running container(s) will be stopped in good order.</source>
        <translation>
            <numerusform>%n contenedor en marcha se detendrá de forma ordenada.</numerusform>
            <numerusform>%n contenedores en marcha se detendrán de forma ordenada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and export</source>
        <translation>Detener y exportar</translation>
    </message>
    <message>
        <source>Import into the machine</source>
        <translation>Importar a la máquina</translation>
    </message>
    <message>
        <source>Exported machines (*{suffix})</source>
        <translation>Máquinas exportadas (*{suffix})</translation>
    </message>
    <message>
        <source>All containers, images and volumes of the machine will be deleted for good.</source>
        <translation>Todos los contenedores, imágenes y volúmenes de la máquina se eliminarán definitivamente.</translation>
    </message>
    <message>
        <source>Those of {name} come in their place, once the file has been found whole.</source>
        <translation>Los de {name} ocuparán su lugar una vez comprobado que el archivo está completo.</translation>
    </message>
    <message>
        <source>Replace everything</source>
        <translation>Reemplazar todo</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>Exportado a {name}</translation>
    </message>
    <message>
        <source>Exporting the machine</source>
        <translation>Exportando la máquina</translation>
    </message>
    <message>
        <source>Importing into the machine</source>
        <translation>Importando a la máquina</translation>
    </message>
    <message>
        <source>Stopping the machine…</source>
        <translation>Deteniendo la máquina…</translation>
    </message>
    <message>
        <source>Copying the disk…</source>
        <translation>Copiando el disco…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Points more or less than the system&apos;s text. Ctrl+= and Ctrl+- do the same.</source>
        <translation>Puntos más o menos que el texto del sistema. Ctrl+= y Ctrl+- hacen lo mismo.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Counts when Davit is opened the next time.</source>
        <translation>Vale desde la próxima vez que se abra Davit.</translation>
    </message>
    <message>
        <source>Show the sidebar as icons only</source>
        <translation>Mostrar la barra lateral solo con iconos</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Ask before Davit is closed while containers run</source>
        <translation>Preguntar antes de cerrar Davit con contenedores en ejecución</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>Quedarse en la bandeja al cerrar</translation>
    </message>
    <message>
        <source>Containers run without the window in any case.</source>
        <translation>Los contenedores se ejecutan sin la ventana en cualquier caso.</translation>
    </message>
    <message>
        <source>Notify me while I do something else</source>
        <translation>Notificarme mientras hago otra cosa</translation>
    </message>
    <message>
        <source>When a container stops by itself with an error, and when long work ends.</source>
        <translation>Cuando un contenedor se detiene por sí mismo con un error y cuando termina un trabajo largo.</translation>
    </message>
    <message>
        <source>Start Davit when I log in</source>
        <translation>Iniciar Davit al iniciar sesión</translation>
    </message>
    <message>
        <source>It starts out of sight: in the tray, or as a small window where there is none.</source>
        <translation>Se inicia sin verse: en la bandeja, o como ventana pequeña donde no la hay.</translation>
    </message>
    <message>
        <source>Check for updates once after each start</source>
        <translation>Buscar actualizaciones una vez tras cada inicio</translation>
    </message>
    <message>
        <source>When the Images page is first shown. Only the registries of your images are asked.</source>
        <translation>Cuando se muestra por primera vez la página Imágenes. Solo se consultan los registros de sus imágenes.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Largest, newest or last first</source>
        <translation>Primero lo más grande, lo más reciente o lo último</translation>
    </message>
    <message>
        <source>Cannot change what starts at login</source>
        <translation>No se puede cambiar lo que se inicia con la sesión</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>Ningún ajuste contiene estas palabras</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exportar ajustes</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Importar ajustes</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>Ajustes (*.toml)</translation>
    </message>
    <message>
        <source>Cannot read {file}</source>
        <translation>No se puede leer {file}</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>Ajustes importados</translation>
    </message>
    <message>
        <source>Fold the sidebar (Ctrl+B)</source>
        <translation>Plegar la barra lateral (Ctrl+B)</translation>
    </message>
    <message>
        <source>Unfold the sidebar (Ctrl+B)</source>
        <translation>Desplegar la barra lateral (Ctrl+B)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Containers of the stack</source>
        <translation>Contenedores del stack</translation>
    </message>
    <message>
        <source>Networks of the stack</source>
        <translation>Redes del stack</translation>
    </message>
    <message>
        <source>Volumes of the stack</source>
        <translation>Volúmenes del stack</translation>
    </message>
    <message>
        <source>Back to the stacks (Alt+Left)</source>
        <translation>Volver a los stacks (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>{files} in {folder}</source>
        <translation>{files} en {folder}</translation>
    </message>
    <message>
        <source>Cannot read the networks and volumes of {name}</source>
        <translation>No se pueden leer las redes y los volúmenes de {name}</translation>
    </message>
    <message>
        <source>Kill all</source>
        <translation>Forzar parada de todos</translation>
    </message>
    <message>
        <source>Delete stack</source>
        <translation>Eliminar stack</translation>
    </message>
    <message>
        <source>Delete stack with volumes…</source>
        <translation>Eliminar stack con volúmenes…</translation>
    </message>
    <message>
        <source>Delete stack and its volumes</source>
        <translation>Eliminar el stack y sus volúmenes</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) of {name} and the data in these volumes are deleted.</source>
        <translation>
            <numerusform>Se eliminan %n contenedor de {name} y los datos de estos volúmenes.</numerusform>
            <numerusform>Se eliminan %n contenedores de {name} y los datos de estos volúmenes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes to delete</source>
        <translation>Volúmenes que se eliminarán</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>tamaño desconocido</translation>
    </message>
    <message>
        <source>{size} in all. This cannot be undone.</source>
        <translation>{size} en total. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete stack and volumes</source>
        <translation>Eliminar stack y volúmenes</translation>
    </message>
    <message>
        <source>Deleted stack {name}</source>
        <translation>Stack {name} eliminado</translation>
    </message>
    <message>
        <source>Deleting the networks of {name}</source>
        <translation>Eliminando las redes de {name}</translation>
    </message>
    <message>
        <source>networks of {name}</source>
        <translation>redes de {name}</translation>
    </message>
    <message>
        <source>Cannot delete the networks of {name}</source>
        <translation>No se pueden eliminar las redes de {name}</translation>
    </message>
    <message>
        <source>Deleting containers</source>
        <translation>Eliminando contenedores</translation>
    </message>
    <message>
        <source>Deleting networks</source>
        <translation>Eliminando redes</translation>
    </message>
    <message>
        <source>Deleting volumes</source>
        <translation>Eliminando volúmenes</translation>
    </message>
    <message>
        <source>Deleting {name} and its volumes</source>
        <translation>Eliminando {name} y sus volúmenes</translation>
    </message>
    <message>
        <source>Cannot delete {name} and its volumes</source>
        <translation>No se puede eliminar {name} con sus volúmenes</translation>
    </message>
    <message>
        <source>Deleted stack {name} and its volumes</source>
        <translation>Stack {name} eliminado con sus volúmenes</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>En {folder}</translation>
    </message>
    <message>
        <source>Filter by name, service, port, file</source>
        <translation>Filtrar por nombre, servicio, puerto, archivo</translation>
    </message>
    <message>
        <source>No stacks yet</source>
        <translation>Todavía no hay stacks</translation>
    </message>
    <message>
        <source>A stack is what docker compose makes of one file: containers that belong together.</source>
        <translation>Un stack es lo que docker compose crea a partir de un archivo: contenedores que van juntos.</translation>
    </message>
    <message>
        <source>Delete with volumes…</source>
        <translation>Eliminar con volúmenes…</translation>
    </message>
    <message>
        <source>Cannot read the volumes of {name}</source>
        <translation>No se pueden leer los volúmenes de {name}</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step of a start</comment>
        <translation>fallido</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a step of a start</comment>
        <translation>en espera</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a step of a start</comment>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step of a start</comment>
        <translation>hecho</translation>
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
        <translation>Los últimos {span}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lectura</translation>
    </message>
    <message>
        <source>write</source>
        <translation>escritura</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>Procesos e hilos</translation>
    </message>
    <message>
        <source>Not running; figures are of earlier runs.</source>
        <translation>No está en ejecución; las cifras son de ejecuciones anteriores.</translation>
    </message>
    <message>
        <source>Processes ({count})</source>
        <translation>Procesos ({count})</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number on the engine&apos;s machine</source>
        <translation>Número en la máquina del motor</translation>
    </message>
    <message>
        <source>On average since it began</source>
        <translation>De media desde que empezó</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Tiempo en ejecución</translation>
    </message>
    <message>
        <source>{engine}: connecting…</source>
        <translation>{engine}: conectando…</translation>
    </message>
    <message>
        <source>{engine}: running</source>
        <translation>{engine}: en marcha</translation>
    </message>
    <message>
        <source>{engine}: not reachable</source>
        <translation>{engine}: inaccesible</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>Software emulation: slower. Why?</source>
        <translation>Emulación por software: más lenta. ¿Por qué?</translation>
    </message>
    <message>
        <source>Emulated: why?</source>
        <translation>Emulación: ¿por qué?</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window and the engine; disk held by images, containers and volumes</source>
        <translation>CPU y memoria residente de esta ventana y del motor; disco ocupado por imágenes, contenedores y volúmenes</translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>No hay tareas en curso</translation>
    </message>
    <message>
        <source>Show what is running and what was done</source>
        <translation>Mostrar lo que está en curso y lo que se hizo</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window, QEMU and the machine&apos;s supervisor; disk that the machine&apos;s image really takes on this computer</source>
        <translation>CPU y memoria residente de esta ventana, de QEMU y del supervisor de la máquina; disco que la imagen de la máquina ocupa de verdad en este equipo</translation>
    </message>
    <message>
        <source>{machine} · connecting…</source>
        <translation>{machine} · conectando…</translation>
    </message>
    <message>
        <source>Disk {size}</source>
        <translation>Disco {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n tarea en curso</numerusform>
            <numerusform>%n tareas en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks: {words}</source>
        <translation>Tareas: {words}</translation>
    </message>
    <message>
        <source>CPU {percent}</source>
        <translation>CPU {percent}</translation>
    </message>
    <message>
        <source>Memory {size}</source>
        <translation>Memoria {size}</translation>
    </message>
    <message>
        <source>Davit uses {figures}</source>
        <translation>Davit usa {figures}</translation>
    </message>
    <message>
        <source>Close the task drawer (Esc)</source>
        <translation>Cerrar el panel de tareas (Esc)</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Todavía no se ha hecho nada.</translation>
    </message>
    <message>
        <source>Cancel: {task}</source>
        <translation>Cancelar: {task}</translation>
    </message>
    <message>
        <source>Progress of {task}</source>
        <translation>Progreso de {task}</translation>
    </message>
    <message>
        <source>{outcome} {time}</source>
        <comment>of a task, and the time of day when it ended</comment>
        <translation>{outcome} {time}</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Comando copiado</translation>
    </message>
    <message>
        <source>Scroll through the terminal</source>
        <translation>Desplazarse por el terminal</translation>
    </message>
    <message>
        <source>Debug shell</source>
        <translation>Shell de depuración</translation>
    </message>
    <message>
        <source>A helper container runs a shell from another image beside {name}. It sees the same processes and network, and the files at /proc/1/root. It is deleted when its terminal is closed.</source>
        <translation>Un contenedor auxiliar ejecuta un shell de otra imagen junto a {name}. Ve los mismos procesos y la misma red, y los archivos en /proc/1/root. Se elimina al cerrar su terminal.</translation>
    </message>
    <message>
        <source>Open debug shell</source>
        <translation>Abrir shell de depuración</translation>
    </message>
    <message>
        <source>There is no image to take a shell from. Pull one, such as busybox.</source>
        <translation>No hay ninguna imagen de la que tomar un shell. Descargue una, como busybox.</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>Nuevo terminal</translation>
    </message>
    <message>
        <source>as the container&apos;s own</source>
        <translation>como el del propio contenedor</translation>
    </message>
    <message>
        <source>Enter a command.</source>
        <translation>Introduzca un comando.</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>Hay una comilla sin cerrar.</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>Buscar en el terminal</translation>
    </message>
    <message>
        <source>Previous (Enter, Shift+F3)</source>
        <translation>Anterior (Intro, Mayús+F3)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter, F3)</source>
        <translation>Siguiente (Mayús+Intro, F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Cerrar la búsqueda (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminales</translation>
    </message>
    <message>
        <source>New terminal (Ctrl+Shift+N)</source>
        <translation>Nuevo terminal (Ctrl+Mayús+N)</translation>
    </message>
    <message>
        <source>Other terminals…</source>
        <translation>Otros terminales…</translation>
    </message>
    <message>
        <source>Close {name} (Ctrl+Shift+W)</source>
        <translation>Cerrar {name} (Ctrl+Mayús+W)</translation>
    </message>
    <message>
        <source>Terminal {name} in {container}</source>
        <translation>Terminal {name} en {container}</translation>
    </message>
    <message>
        <source>No terminal is open</source>
        <translation>No hay ningún terminal abierto</translation>
    </message>
    <message>
        <source>{name} is not running</source>
        <translation>{name} no está en ejecución</translation>
    </message>
    <message>
        <source>A terminal can be opened while it runs.</source>
        <translation>Se puede abrir un terminal mientras está en ejecución.</translation>
    </message>
    <message>
        <source>Start container</source>
        <translation>Iniciar contenedor</translation>
    </message>
    <message>
        <source>New terminal as root</source>
        <translation>Nuevo terminal como root</translation>
    </message>
    <message>
        <source>New terminal with…</source>
        <translation>Nuevo terminal con…</translation>
    </message>
    <message>
        <source>The container&apos;s own terminal</source>
        <translation>El terminal propio del contenedor</translation>
    </message>
    <message>
        <source>Debug shell…</source>
        <translation>Shell de depuración…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconectar</translation>
    </message>
    <message>
        <source>The container is paused.</source>
        <translation>El contenedor está en pausa.</translation>
    </message>
    <message>
        <source>The terminal can be opened again when it is back.</source>
        <translation>El terminal se puede volver a abrir cuando regrese.</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>El motor no responde.</translation>
    </message>
    <message>
        <source>The container has been deleted.</source>
        <translation>El contenedor se ha eliminado.</translation>
    </message>
    <message>
        <source>The container has stopped.</source>
        <translation>El contenedor se ha detenido.</translation>
    </message>
    <message>
        <source>{names} could not be run. A debug shell from another image sees the container&apos;s processes, network and files.</source>
        <translation>No se pudo ejecutar {names}. Un shell de depuración de otra imagen ve los procesos, la red y los archivos del contenedor.</translation>
    </message>
    <message>
        <source>There is no such program in this container.</source>
        <translation>No existe ese programa en este contenedor.</translation>
    </message>
    <message>
        <source>This image has no shell.</source>
        <translation>Esta imagen no tiene shell.</translation>
    </message>
    <message>
        <source>The connection to the program broke.</source>
        <translation>Se cortó la conexión con el programa.</translation>
    </message>
    <message>
        <source>The terminal could not be opened.</source>
        <translation>No se pudo abrir el terminal.</translation>
    </message>
    <message>
        <source>The program has ended with exit status {status}.</source>
        <translation>El programa ha terminado con el estado de salida {status}.</translation>
    </message>
    <message>
        <source>The program has ended.</source>
        <translation>El programa ha terminado.</translation>
    </message>
    <message>
        <source>Paste into the terminal</source>
        <translation>Pegar en el terminal</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>¿Pegar %n línea en el terminal?</numerusform>
            <numerusform>¿Pegar %n líneas en el terminal?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>Pegar %n línea</numerusform>
            <numerusform>Pegar %n líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask again in this terminal</source>
        <translation>No volver a preguntar en este terminal</translation>
    </message>
    <message>
        <source>Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu copies what it shows.</source>
        <translation>Las teclas van al programa. Ctrl+Tab sale del terminal; Copiar pantalla, en su menú, copia lo que muestra.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Copy screen</source>
        <translation>Copiar pantalla</translation>
    </message>
    <message>
        <source>Clear what has scrolled away</source>
        <translation>Borrar lo que ha quedado fuera de la vista</translation>
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
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Open Davit</source>
        <translation>Abrir Davit</translation>
    </message>
    <message>
        <source>No container is running</source>
        <translation>Ningún contenedor está en ejecución</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Davit: %n container(s) running</source>
        <translation>
            <numerusform>Davit: %n contenedor en ejecución</numerusform>
            <numerusform>Davit: %n contenedores en ejecución</numerusform>
        </translation>
    </message>
    <message>
        <source>Davit: idle</source>
        <translation>Davit: inactivo</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecho: {what}</translation>
    </message>
    <message>
        <source>Back to the volumes (Alt+Left)</source>
        <translation>Volver a los volúmenes (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>Clonar…</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Not used by any container</source>
        <translation>Ningún contenedor lo usa</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>sin ejecutar</translation>
    </message>
    <message>
        <source>Import into it…</source>
        <translation>Importar en él…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Vaciar…</translation>
    </message>
    <message>
        <source>{name} (anonymous)</source>
        <translation>{name} (anónimo)</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} o más</translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation>Crear volumen</translation>
    </message>
    <message>
        <source>A volume keeps files when the containers that use it are deleted.</source>
        <translation>Un volumen conserva los archivos cuando se eliminan los contenedores que lo usan.</translation>
    </message>
    <message>
        <source>Driver and labels</source>
        <translation>Controlador y etiquetas (labels)</translation>
    </message>
    <message numerus="yes">
        <source>Pause them meanwhile</source>
        <translation>
            <numerusform>Pausarlo mientras tanto</numerusform>
            <numerusform>Pausarlos mientras tanto</numerusform>
        </translation>
    </message>
    <message>
        <source>Export volume</source>
        <translation>Exportar volumen</translation>
    </message>
    <message>
        <source>All files of {name} are written to an archive.</source>
        <translation>Todos los archivos de {name} se escriben en un archivo tar.</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the archive could hold half-written files.</source>
        <translation>{names} puede escribir en él mientras tanto; el archivo tar podría contener archivos a medio escribir.</translation>
    </message>
    <message>
        <source>Clone volume</source>
        <translation>Clonar volumen</translation>
    </message>
    <message>
        <source>All files of {name} are copied into a new volume.</source>
        <translation>Todos los archivos de {name} se copian en un volumen nuevo.</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>Nombre de la copia</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the copy could hold half-written files.</source>
        <translation>{names} puede escribir en él mientras tanto; la copia podría contener archivos a medio escribir.</translation>
    </message>
    <message>
        <source>Import volume</source>
        <translation>Importar volumen</translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n file(s) and folder(s), {size}.</source>
        <translation>
            <numerusform>{file} contiene %n archivo o carpeta, {size}.</numerusform>
            <numerusform>{file} contiene %n archivos y carpetas, {size}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new volume</source>
        <translation>Un volumen nuevo</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Already there: {names}. Files of the same name are replaced, others stay.</source>
        <translation>Ya existen: {names}. Los archivos con el mismo nombre se reemplazan, los demás se quedan.</translation>
    </message>
    <message>
        <source>Nothing at its top has the same name. What is there stays.</source>
        <translation>Nada en su nivel superior tiene el mismo nombre. Lo que hay se queda.</translation>
    </message>
    <message>
        <source>{names} may read or write there meanwhile.</source>
        <translation>{names} puede leer o escribir allí mientras tanto.</translation>
    </message>
    <message>
        <source>Their files are gone for good. This cannot be undone.</source>
        <translation>Sus archivos se pierden para siempre. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>Eliminar volumen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)</source>
        <translation>
            <numerusform>Eliminar %n volumen</numerusform>
            <numerusform>Eliminar %n volúmenes</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} come free on the disk</source>
        <translation>Se liberan {size} en el disco</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>aún sin contar</translation>
    </message>
    <message>
        <source>Creating volume {name}</source>
        <translation>Creando el volumen {name}</translation>
    </message>
    <message>
        <source>Cannot create volume {name}</source>
        <translation>No se puede crear el volumen {name}</translation>
    </message>
    <message>
        <source>Created volume {name}</source>
        <translation>Volumen {name} creado</translation>
    </message>
    <message>
        <source>Delete the volume {name}?</source>
        <translation>¿Eliminar el volumen {name}?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)?</source>
        <translation>
            <numerusform>¿Eliminar %n volumen?</numerusform>
            <numerusform>¿Eliminar %n volúmenes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) in use stay.</source>
        <translation>
            <numerusform>%n volumen en uso se queda.</numerusform>
            <numerusform>%n volúmenes en uso se quedan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete volumes</source>
        <translation>Eliminar volúmenes</translation>
    </message>
    <message>
        <source>Prune unused volumes</source>
        <translation>Limpiar volúmenes sin usar</translation>
    </message>
    <message>
        <source>Anonymous only</source>
        <translation>Solo anónimos</translation>
    </message>
    <message>
        <source>All unused</source>
        <translation>Todos los no usados</translation>
    </message>
    <message>
        <source>No container uses them, running or not.</source>
        <translation>Ningún contenedor los usa, esté en ejecución o no.</translation>
    </message>
    <message>
        <source>Deleting volume {name}</source>
        <translation>Eliminando el volumen {name}</translation>
    </message>
    <message>
        <source>Cannot delete volume {name}</source>
        <translation>No se puede eliminar el volumen {name}</translation>
    </message>
    <message>
        <source>Deleted volume {name}</source>
        <translation>Volumen {name} eliminado</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n volume(s)</source>
        <translation>
            <numerusform>Eliminando %n volumen</numerusform>
            <numerusform>Eliminando %n volúmenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty volume</source>
        <translation>Vaciar volumen</translation>
    </message>
    <message>
        <source>Delete all files of the volume {name}?</source>
        <translation>¿Eliminar todos los archivos del volumen {name}?</translation>
    </message>
    <message>
        <source>Running containers use it: {names}.</source>
        <translation>Lo usan contenedores en marcha: {names}.</translation>
    </message>
    <message>
        <source>Emptying volume {name}</source>
        <translation>Vaciando el volumen {name}</translation>
    </message>
    <message>
        <source>Cannot empty volume {name}</source>
        <translation>No se puede vaciar el volumen {name}</translation>
    </message>
    <message>
        <source>Emptied volume {name}</source>
        <translation>Se vació el volumen {name}</translation>
    </message>
    <message>
        <source>Copied the name of the volume</source>
        <translation>Nombre del volumen copiado</translation>
    </message>
    <message>
        <source>Compressed archives (*.tar.gz *.tgz)</source>
        <translation>Archivos comprimidos (*.tar.gz *.tgz)</translation>
    </message>
    <message>
        <source>Exporting volume {name}</source>
        <translation>Exportando el volumen {name}</translation>
    </message>
    <message>
        <source>Cannot export volume {name}</source>
        <translation>No se puede exportar el volumen {name}</translation>
    </message>
    <message>
        <source>Exported volume {name}</source>
        <translation>Volumen {name} exportado</translation>
    </message>
    <message>
        <source>Cloning volume {name}</source>
        <translation>Clonando el volumen {name}</translation>
    </message>
    <message>
        <source>Cannot clone volume {name}</source>
        <translation>No se puede clonar el volumen {name}</translation>
    </message>
    <message>
        <source>Cloned volume {name}</source>
        <translation>Volumen {name} clonado</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</source>
        <translation>Archivos tar (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</translation>
    </message>
    <message>
        <source>Cannot import {file}</source>
        <translation>No se puede importar {file}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Leyendo {file}</translation>
    </message>
    <message>
        <source>Importing volume {name}</source>
        <translation>Importando el volumen {name}</translation>
    </message>
    <message>
        <source>Cannot import volume {name}</source>
        <translation>No se puede importar el volumen {name}</translation>
    </message>
    <message>
        <source>Imported volume {name}</source>
        <translation>Volumen {name} importado</translation>
    </message>
    <message>
        <source>It is used by {names}</source>
        <translation>Lo usa {names}</translation>
    </message>
    <message numerus="yes">
        <source>Delete these containers first; stopped ones count too.</source>
        <translation>
            <numerusform>Elimine antes este contenedor; también cuenta si está detenido.</numerusform>
            <numerusform>Elimine antes estos contenedores; los detenidos también cuentan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot list volumes</source>
        <translation>No se pueden listar los volúmenes</translation>
    </message>
    <message>
        <source>{name}, running</source>
        <translation>{name}, en ejecución</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>Filter by name, container or stack</source>
        <translation>Filtrar por nombre, contenedor o stack</translation>
    </message>
    <message>
        <source>No volumes</source>
        <translation>No hay volúmenes</translation>
    </message>
    <message>
        <source>{volumes}, {size}</source>
        <translation>{volumes}, {size}</translation>
    </message>
    <message>
        <source>{words} ({size} unused)</source>
        <translation>{words} ({size} sin usar)</translation>
    </message>
    <message>
        <source>Welcome to Davit</source>
        <translation>Le damos la bienvenida a Davit</translation>
    </message>
    <message>
        <source>Containers are Linux programs. They run in a small Linux machine of their own, inside this computer. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Los contenedores son programas de Linux. Se ejecutan en una pequeña máquina Linux propia, dentro de este equipo. No se envía nada a ninguna parte y no hace falta ninguna cuenta.</translation>
    </message>
    <message>
        <source>1  This computer</source>
        <translation>1  Este equipo</translation>
    </message>
    <message>
        <source>2  Start the machine</source>
        <translation>2  Iniciar la máquina</translation>
    </message>
    <message>
        <source>3  Run your first container</source>
        <translation>3  Ejecutar su primer contenedor</translation>
    </message>
    <message>
        <source>It runs, on {accelerator}.</source>
        <translation>Está en marcha, con {accelerator}.</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>La primera vez tarda un momento.</translation>
    </message>
    <message>
        <source>Its settings are on the Machine page.</source>
        <translation>Sus ajustes están en la página Máquina.</translation>
    </message>
    <message>
        <source>It gets a part of this computer&apos;s CPUs and memory, and a disk that takes only what is used. All of that can be changed later.</source>
        <translation>Recibe una parte de las CPU y la memoria de este equipo, y un disco que solo ocupa lo que se usa. Todo ello se puede cambiar más tarde.</translation>
    </message>
    <message>
        <source>Cannot check this computer</source>
        <translation>No se puede comprobar este equipo</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else.</source>
        <translation>Pide a {host} la lista de versiones y no le dice nada más.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>A small web page that came with Davit. It opens in your browser and needs no network.</source>
        <translation>Una pequeña página web que viene con Davit. Se abre en su navegador y no necesita red.</translation>
    </message>
    <message>
        <source>{file} is not a whole tar archive: {reason}</source>
        <translation>{file} no es un archivo tar completo: {reason}</translation>
    </message>
    <message>
        <source>There is a volume {name} already</source>
        <translation>Ya hay un volumen {name}</translation>
    </message>
    <message>
        <source>Cannot let docker use this engine</source>
        <translation>No se puede hacer que docker use este motor</translation>
    </message>
    <message>
        <source>Containers are Linux programs with all they need. An engine runs them in the background. Nothing is sent anywhere, and no account is needed.</source>
        <translation>Los contenedores son programas de Linux con todo lo que necesitan. Un motor los ejecuta en segundo plano. No se envía nada a ninguna parte y no hace falta una cuenta.</translation>
    </message>
    <message>
        <source>Let docker use this engine</source>
        <translation>Hacer que docker use este motor</translation>
    </message>
    <message>
        <source>2  Run your first container</source>
        <translation>2  Ejecutar su primer contenedor</translation>
    </message>
    <message>
        <source>Letting docker use this engine</source>
        <translation>Haciendo que docker use este motor</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>check of the machine</comment>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>settings</source>
        <comment>check of the machine</comment>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>accelerator</source>
        <comment>check of the machine</comment>
        <translation>acelerador</translation>
    </message>
    <message>
        <source>supervisor</source>
        <comment>check of the machine</comment>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>engine</source>
        <comment>check of the machine</comment>
        <translation>motor</translation>
    </message>
    <message>
        <source>clock</source>
        <comment>check of the machine</comment>
        <translation>reloj</translation>
    </message>
    <message>
        <source>none</source>
        <comment>check of the machine</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>not set up</source>
        <comment>what the machine is</comment>
        <translation>sin configurar</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the machine is</comment>
        <translation>detenida</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>what the machine is</comment>
        <translation>iniciándose</translation>
    </message>
    <message>
        <source>running</source>
        <comment>what the machine is</comment>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>what the machine is</comment>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>asleep</source>
        <comment>what the machine is</comment>
        <translation>dormida</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>what the machine is</comment>
        <translation>deteniéndose</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the machine is</comment>
        <translation>averiada</translation>
    </message>
    <message>
        <source>start</source>
        <comment>what is done to the machine</comment>
        <translation>iniciar</translation>
    </message>
    <message>
        <source>put to sleep</source>
        <comment>what is done to the machine</comment>
        <translation>dormir</translation>
    </message>
    <message>
        <source>pause</source>
        <comment>what is done to the machine</comment>
        <translation>pausar</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>what is done to the machine</comment>
        <translation>reanudar</translation>
    </message>
    <message>
        <source>clean up</source>
        <comment>what is done to the machine</comment>
        <translation>limpiar</translation>
    </message>
    <message>
        <source>upgrade</source>
        <comment>what is done to the machine</comment>
        <translation>actualizar</translation>
    </message>
    <message>
        <source>repair</source>
        <comment>what is done to the machine</comment>
        <translation>reparar</translation>
    </message>
    <message>
        <source>change</source>
        <comment>what is done to the machine</comment>
        <translation>cambiar</translation>
    </message>
    <message>
        <source>Cannot keep the download in {folder}</source>
        <translation>No se puede guardar la descarga en {folder}</translation>
    </message>
    <message>
        <source>{name} is not the file that was signed</source>
        <translation>{name} no es el archivo que se firmó</translation>
    </message>
    <message>
        <source>It was damaged or changed on the way, and has been deleted. Try again.</source>
        <translation>Se dañó o cambió por el camino y se ha eliminado. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The download of {name} broke off</source>
        <translation>La descarga de {name} se interrumpió</translation>
    </message>
    <message>
        <source>What has come is kept. Check the network, then try again.</source>
        <translation>Lo recibido se conserva. Revise la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The server does not give {name} (status {status})</source>
        <translation>El servidor no entrega {name} (estado {status})</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>{name} is longer than the file that was signed</source>
        <translation>{name} es más largo que el archivo que se firmó</translation>
    </message>
    <message>
        <source>The server is not to be trusted. Nothing was installed.</source>
        <translation>El servidor no es de fiar. No se instaló nada.</translation>
    </message>
    <message>
        <source>it ended after {size}</source>
        <translation>terminó tras {size}</translation>
    </message>
    <message>
        <source>The server of the updates is too slow</source>
        <translation>El servidor de actualizaciones es demasiado lento</translation>
    </message>
    <message>
        <source>What has come is kept. Try again later.</source>
        <translation>Lo recibido se conserva. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>There is no room for the download in {folder}</source>
        <translation>No hay sitio para la descarga en {folder}</translation>
    </message>
    <message>
        <source>It needs {size}, and {free} are free. Delete files to make room.</source>
        <translation>Necesita {size} y hay {free} libres. Elimine archivos para hacer sitio.</translation>
    </message>
    <message>
        <source>Type: {command}</source>
        <translation>Escriba: {command}</translation>
    </message>
    <message>
        <source>Cannot put in {name}</source>
        <translation>No se puede instalar {name}</translation>
    </message>
    <message>
        <source>The disk image holds no application</source>
        <translation>La imagen de disco no contiene ninguna aplicación</translation>
    </message>
    <message>
        <source>{program} does not end</source>
        <translation>{program} no termina</translation>
    </message>
    <message>
        <source>{program} failed</source>
        <translation>{program} falló</translation>
    </message>
    <message>
        <source>The list of updates does not end</source>
        <translation>La lista de actualizaciones no termina</translation>
    </message>
    <message>
        <source>The server has no list of updates (status {status})</source>
        <translation>El servidor no tiene lista de actualizaciones (estado {status})</translation>
    </message>
    <message>
        <source>The list of updates cannot be had</source>
        <translation>No se puede obtener la lista de actualizaciones</translation>
    </message>
    <message>
        <source>The list of updates is past its date</source>
        <translation>La lista de actualizaciones ha caducado</translation>
    </message>
    <message>
        <source>If this computer&apos;s clock is right, the server was neglected, or somebody on the way keeps newer lists from you. Try again later, or over another network.</source>
        <translation>Si el reloj de este equipo es correcto, el servidor está descuidado o alguien por el camino le oculta listas más nuevas. Inténtelo más tarde o por otra red.</translation>
    </message>
    <message>
        <source>The list of updates is older than the one that was seen before</source>
        <translation>La lista de actualizaciones es más antigua que la vista antes</translation>
    </message>
    <message>
        <source>The list of updates is not signed by those who make Davit</source>
        <translation>La lista de actualizaciones no está firmada por quienes hacen Davit</translation>
    </message>
    <message>
        <source>The parts of the list of updates do not belong together</source>
        <translation>Las partes de la lista de actualizaciones no van juntas</translation>
    </message>
    <message>
        <source>The list of updates cannot be understood</source>
        <translation>No se entiende la lista de actualizaciones</translation>
    </message>
    <message>
        <source>Cannot keep the list of updates in {folder}</source>
        <translation>No se puede guardar la lista de actualizaciones en {folder}</translation>
    </message>
    <message>
        <source>Somebody on the way may have changed it. Nothing was installed. Try again later, or over another network.</source>
        <translation>Alguien por el camino puede haberla cambiado. No se instaló nada. Inténtelo más tarde o por otra red.</translation>
    </message>
    <message>
        <source>The server of the updates cannot be asked</source>
        <translation>No se puede consultar el servidor de actualizaciones</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>Revise la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Cannot ask {address} for updates</source>
        <translation>No se pueden pedir actualizaciones a {address}</translation>
    </message>
    <message>
        <source>Its address must begin with https://</source>
        <translation>Su dirección debe empezar por https://</translation>
    </message>
    <message>
        <source>Cannot write to {folder}</source>
        <translation>No se puede escribir en {folder}</translation>
    </message>
    <message>
        <source>Cannot look for updates</source>
        <translation>No se pueden buscar actualizaciones</translation>
    </message>
    <message>
        <source>Davit {version} did not start</source>
        <translation>Davit {version} no se inició</translation>
    </message>
    <message>
        <source>Davit {previous} is back in its place</source>
        <translation>Davit {previous} está de nuevo en su lugar</translation>
    </message>
    <message>
        <source>This version is not offered again. Containers and data are untouched.</source>
        <translation>Esta versión no se volverá a ofrecer. Los contenedores y datos están intactos.</translation>
    </message>
    <message>
        <source>Davit {version} was not installed</source>
        <translation>Davit {version} no se instaló</translation>
    </message>
    <message>
        <source>The installation did not come to its end</source>
        <translation>La instalación no llegó a terminar</translation>
    </message>
    <message>
        <source>Try again from the settings.</source>
        <translation>Inténtelo de nuevo desde los ajustes.</translation>
    </message>
    <message>
        <source>{what} is downloaded</source>
        <translation>{what} se ha descargado</translation>
    </message>
    <message>
        <source>Cannot download {what}</source>
        <translation>No se puede descargar {what}</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>Descargando {what}</translation>
    </message>
    <message>
        <source>Cannot install {what}</source>
        <translation>No se puede instalar {what}</translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation>Instalando {what}</translation>
    </message>
    <message>
        <source>Cannot repair Davit</source>
        <translation>No se puede reparar Davit</translation>
    </message>
    <message>
        <source>Davit {version} is not offered any more</source>
        <translation>Davit {version} ya no se ofrece</translation>
    </message>
    <message>
        <source>Install the newest version from the website.</source>
        <translation>Instale la versión más nueva desde el sitio web.</translation>
    </message>
    <message>
        <source>Repairing Davit</source>
        <translation>Reparando Davit</translation>
    </message>
    <message>
        <source>guest image {version}</source>
        <translation>imagen del invitado {version}</translation>
    </message>
    <message>
        <source>There is a new guest image for the machine: {version}</source>
        <translation>Hay una nueva imagen del invitado para la máquina: {version}</translation>
    </message>
    <message>
        <source>There is a new version: Davit {version}</source>
        <translation>Hay una versión nueva: Davit {version}</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Buscar ahora</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>Buscar una versión nueva una vez al día</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else. Nothing is downloaded or installed without you.</source>
        <translation>Pide a {host} la lista de versiones y no le dice nada más. Nada se descarga ni se instala sin usted.</translation>
    </message>
    <message>
        <source>Address of a mirror</source>
        <translation>Dirección de una réplica</translation>
    </message>
    <message>
        <source>What a mirror gives is verified with the same signatures.</source>
        <translation>Lo que da una réplica se verifica con las mismas firmas.</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>No hay nada que hacer aquí.</translation>
    </message>
    <message>
        <source>Davit came with this system&apos;s packages, which bring new versions as well.</source>
        <translation>Davit vino con los paquetes de este sistema, que también traen las versiones nuevas.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Esta es la versión más nueva.</translation>
    </message>
    <message>
        <source>Never looked.</source>
        <translation>Nunca se ha buscado.</translation>
    </message>
    <message>
        <source>Last looked: {ago}</source>
        <translation>Última búsqueda: {ago}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>Descargar ({size})</translation>
    </message>
    <message>
        <source>Install and restart Davit</source>
        <translation>Instalar y reiniciar Davit</translation>
    </message>
    <message>
        <source>Restart the machine with it</source>
        <translation>Reiniciar la máquina con ella</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>Omitir esta versión</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} de {total}</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Install it with:</source>
        <translation>Está descargado y verificado. Instálelo con:</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Containers stop while the machine restarts.</source>
        <translation>Está descargada y verificada. Los contenedores se detienen mientras la máquina se reinicia.</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Davit closes and opens again.</source>
        <translation>Está descargado y verificado. Davit se cierra y vuelve a abrirse.</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>Orden copiada</translation>
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
        <translation>No existe esa carpeta</translation>
    </message>
    <message>
        <source>The engine went away before the build ended.</source>
        <translation>El motor desapareció antes de que terminara la build.</translation>
    </message>
    <message>
        <source>A line of the .dockerignore is only “!”: name what to keep.</source>
        <translation>Una línea de .dockerignore es solo «!»: indique qué conservar.</translation>
    </message>
    <message>
        <source>The .dockerignore has a pattern that cannot be read: {pattern}</source>
        <translation>.dockerignore tiene un patrón que no se puede leer: {pattern}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n paso</numerusform>
            <numerusform>%n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>From {base}</source>
        <translation>Desde {base}</translation>
    </message>
    <message>
        <source>&lt; 0.1 s</source>
        <translation>&lt; 0.1 s</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the steps print them.</source>
        <translation>Aún no se ha impreso nada. Las líneas aparecen aquí conforme los pasos las imprimen.</translation>
    </message>
    <message>
        <source>Nothing was printed. What comes from the cache is not run again.</source>
        <translation>No se imprimió nada. Lo que viene de la caché no se ejecuta de nuevo.</translation>
    </message>
    <message>
        <source>Cannot list builds</source>
        <translation>No se pueden listar las builds</translation>
    </message>
</context>
</TS>
