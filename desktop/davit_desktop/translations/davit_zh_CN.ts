<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The registry refused {key}</source>
        <translation>镜像仓库拒绝了 {key}</translation>
    </message>
    <message>
        <source>The credentials for {server} in {file} are damaged. Log in again.</source>
        <translation>{file} 中 {server} 的凭据已损坏。请重新登录。</translation>
    </message>
    <message>
        <source>The credential helper {program} is not installed, but {file} asks for it.</source>
        <translation>未安装凭据助手 {program}，但 {file} 需要它。</translation>
    </message>
    <message>
        <source>Cannot read {path}: {error}</source>
        <translation>无法读取 {path}：{error}</translation>
    </message>
    <message>
        <source>{path} is not a JSON object</source>
        <translation>{path} 不是 JSON 对象</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>Cannot read the context &quot;{name}&quot; in {path}: {error}</source>
        <translation>无法读取 {path} 中的上下文“{name}”：{error}</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot; exists already and leads to {host}. Choose another name, or remove it: docker context rm {name}</source>
        <translation>docker 上下文“{name}”已存在，指向 {host}。请换一个名称，或将其移除：docker context rm {name}</translation>
    </message>
    <message>
        <source>The context &quot;{name}&quot; is not Davit&apos;s: docker context rm {name}</source>
        <translation>上下文“{name}”不属于 Davit：docker context rm {name}</translation>
    </message>
    <message>
        <source>Cannot remove {file}: {reason}</source>
        <translation>无法移除 {file}：{reason}</translation>
    </message>
    <message>
        <source>The engine ended the output in the middle of a message.</source>
        <translation>引擎在一条消息中途结束了输出。</translation>
    </message>
    <message>
        <source>The engine went away before the container ended.</source>
        <translation>容器结束之前引擎已断开。</translation>
    </message>
    <message>
        <source>The engine ended the log in the middle of a message.</source>
        <translation>引擎在一条消息中途结束了日志。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be understood: {error}</source>
        <translation>无法理解引擎的应答：{error}</translation>
    </message>
    <message>
        <source>Cannot reach the engine at {host}: {why}. {hint}</source>
        <translation>无法连接 {host} 上的引擎：{why}。{hint}</translation>
    </message>
    <message>
        <source>the engine answered with status {status} and no explanation</source>
        <translation>引擎返回状态 {status}，未作说明</translation>
    </message>
    <message>
        <source>The engine did not say what the path is.</source>
        <translation>引擎没有说明该路径是什么。</translation>
    </message>
    <message>
        <source>The output is not a multiplexed stream; was it made with a terminal?</source>
        <translation>输出不是多路复用流；它是带终端生成的吗？</translation>
    </message>
    <message>
        <source>The engine sent a line without end.</source>
        <translation>引擎发送了一行没有结尾的内容。</translation>
    </message>
    <message>
        <source>{host!r} is not the address of an engine. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} 不是引擎地址。请使用 unix:///path/to/engine.sock 或 tcp://host:port。</translation>
    </message>
    <message>
        <source>{host!r} has no valid port: {error}.</source>
        <translation>{host!r} 没有有效的端口：{error}。</translation>
    </message>
    <message>
        <source>{host!r} names no host. Use tcp://host:port.</source>
        <translation>{host!r} 没有指定主机。请使用 tcp://host:port。</translation>
    </message>
    <message>
        <source>Cannot use {host!r}: {scheme}:// is not supported here. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>无法使用 {host!r}：此处不支持 {scheme}://。请使用 unix:///path/to/engine.sock 或 tcp://host:port。</translation>
    </message>
    <message>
        <source>The name is too long to ask the engine for it</source>
        <translation>名称太长，无法向引擎查询</translation>
    </message>
    <message>
        <source>The engine at {host} did not open a two-way stream (status {status}). A proxy in between may not pass upgrades on.</source>
        <translation>{host} 上的引擎没有打开双向流（状态 {status}）。中间的代理可能不转发协议升级。</translation>
    </message>
    <message>
        <source>The engine at {host} did not answer in time.</source>
        <translation>{host} 上的引擎没有及时应答。</translation>
    </message>
    <message>
        <source>The engine at {host} ended the connection early: {error}</source>
        <translation>{host} 上的引擎提前结束了连接：{error}</translation>
    </message>
    <message>
        <source>The connection to the engine at {host} broke: {error}</source>
        <translation>与 {host} 上引擎的连接中断：{error}</translation>
    </message>
    <message>
        <source>{host} leads to a place without TLS</source>
        <translation>{host} 指向了没有 TLS 的地址</translation>
    </message>
    <message>
        <source>{host} does not answer in time</source>
        <translation>{host} 没有及时响应</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {reason}</source>
        <translation>无法连接 {host}：{reason}</translation>
    </message>
    <message>
        <source>The connection to {host} broke: {reason}</source>
        <translation>与 {host} 的连接中断：{reason}</translation>
    </message>
    <message>
        <source>The stream from the engine broke: {error}</source>
        <translation>来自引擎的流中断：{error}</translation>
    </message>
    <message>
        <source>The stream to the engine broke: {error}</source>
        <translation>发往引擎的流中断：{error}</translation>
    </message>
    <message>
        <source>Cannot use the certificates in {folder} for {host}: {error}. It must hold ca.pem, cert.pem and key.pem.</source>
        <translation>无法将 {folder} 中的证书用于 {host}：{error}。其中必须有 ca.pem、cert.pem 和 key.pem。</translation>
    </message>
    <message>
        <source>the socket does not exist</source>
        <translation>套接字不存在</translation>
    </message>
    <message>
        <source>Is the engine running? Start it with: sudo systemctl start davit-engine, or one in a machine with: davit machine start</source>
        <translation>引擎在运行吗？启动它：sudo systemctl start davit-engine，或在虚拟机中启动一个：davit machine start</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>Add yourself to the socket&apos;s group (sudo usermod -aG davit $USER) and log in again.</source>
        <translation>将自己加入套接字所属的组（sudo usermod -aG davit $USER），然后重新登录。</translation>
    </message>
    <message>
        <source>nothing is listening there</source>
        <translation>那里没有程序在监听</translation>
    </message>
    <message>
        <source>Is the engine running?</source>
        <translation>引擎在运行吗？</translation>
    </message>
    <message>
        <source>the host name cannot be resolved</source>
        <translation>无法解析主机名</translation>
    </message>
    <message>
        <source>Check DAVIT_HOST and DOCKER_HOST.</source>
        <translation>请检查 DAVIT_HOST 和 DOCKER_HOST。</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>没有及时应答</translation>
    </message>
    <message>
        <source>Check the address and whether a firewall is in between.</source>
        <translation>请检查地址，以及中间是否有防火墙。</translation>
    </message>
    <message>
        <source>There is no davit-engine service on this computer</source>
        <translation>此计算机上没有 davit-engine 服务</translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation>服务没有启动</translation>
    </message>
    <message>
        <source>Port {port} is in use by container {name}</source>
        <translation>端口 {port} 正被容器 {name} 使用</translation>
    </message>
    <message>
        <source>Windows keeps port {port} for itself</source>
        <translation>Windows 保留了端口 {port}</translation>
    </message>
    <message>
        <source>Port {port} is in use by {program}</source>
        <translation>端口 {port} 正被 {program} 使用</translation>
    </message>
    <message>
        <source>Port {port} is in use</source>
        <translation>端口 {port} 正被使用</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>其他用户的程序</translation>
    </message>
    <message>
        <source>{program} (pid {pid})</source>
        <translation>{program}（pid {pid}）</translation>
    </message>
    <message>
        <source>the process with pid {pid}</source>
        <translation>pid 为 {pid} 的进程</translation>
    </message>
    <message>
        <source>Cannot build from {folder}: {reason}</source>
        <translation>无法从 {folder} 构建：{reason}</translation>
    </message>
    <message>
        <source>The Dockerfile is named twice: what comes on stdin is no archive, so it is one too</source>
        <translation>Dockerfile 被指定了两次：stdin 的内容不是归档，因此也是 Dockerfile</translation>
    </message>
    <message>
        <source>There is no Dockerfile at {path}. Name it with -f.</source>
        <translation>{path} 处没有 Dockerfile。请用 -f 指定。</translation>
    </message>
    <message>
        <source>{path} is too large for what it is</source>
        <translation>{path} 过大</translation>
    </message>
    <message>
        <source>{path} changed while it was read</source>
        <translation>{path} 在读取时发生了变化</translation>
    </message>
    <message>
        <source>{path} shrank while it was read</source>
        <translation>{path} 在读取时变小了</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}</source>
        <translation>无法读取 {path}：{reason}</translation>
    </message>
    <message>
        <source>Cannot keep the log in {folder}: {reason}. Free some disk space.</source>
        <translation>无法在 {folder} 中保存日志：{reason}。请释放一些磁盘空间。</translation>
    </message>
    <message>
        <source>Earlier lines could not be fetched: {reason}</source>
        <translation>无法获取更早的行：{reason}</translation>
    </message>
    <message>
        <source>Not a time. Write 10m, 2h, 14:30 or 2026-11-21 14:30.</source>
        <comment>example times</comment>
        <translation>不是时间。请写成 10m、2h、14:30 或 2026-11-21 14:30。</translation>
    </message>
    <message>
        <source>Not a regular expression: {reason}</source>
        <translation>不是正则表达式：{reason}</translation>
    </message>
    <message>
        <source>Stopped: this expression takes longer than {seconds} s on a part of the log. Try a simpler one, without nested repetition.</source>
        <translation>已停止：此表达式在日志的一部分上耗时超过 {seconds} 秒。请换用更简单、没有嵌套重复的表达式。</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>This user may not use the engine at {socket}.</source>
        <translation>此用户无权使用 {socket} 上的引擎。</translation>
    </message>
    <message>
        <source>Join its group and log in again: sudo usermod -aG davit $USER. Or run an engine of your own in a machine: davit machine start</source>
        <translation>加入其所属的组并重新登录：sudo usermod -aG davit $USER。或在虚拟机中运行自己的引擎：davit machine start</translation>
    </message>
    <message>
        <source>The engine at {socket} does not run.</source>
        <translation>{socket} 上的引擎没有运行。</translation>
    </message>
    <message>
        <source>Start it: sudo systemctl start davit-engine. Or run one in a machine: davit machine start</source>
        <translation>启动它：sudo systemctl start davit-engine。或在虚拟机中运行一个：davit machine start</translation>
    </message>
    <message>
        <source>There is no engine on this computer yet.</source>
        <translation>此计算机上还没有引擎。</translation>
    </message>
    <message>
        <source>Start one in a machine of its own: davit machine start</source>
        <translation>在专用的虚拟机中启动一个：davit machine start</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, does not exist.</source>
        <translation>DOCKER_CONTEXT 要求的 docker 上下文“{name}”不存在。</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, names no engine.</source>
        <translation>DOCKER_CONTEXT 要求的 docker 上下文“{name}”没有指定引擎。</translation>
    </message>
    <message>
        <source>Unset DOCKER_CONTEXT, or choose one of: docker context ls</source>
        <translation>取消设置 DOCKER_CONTEXT，或从中选择一个：docker context ls</translation>
    </message>
    <message>
        <source>The machine is paused. Go on with: davit machine resume</source>
        <translation>虚拟机已暂停。继续运行：davit machine resume</translation>
    </message>
    <message>
        <source>Starting the machine…</source>
        <translation>正在启动虚拟机…</translation>
    </message>
    <message>
        <source>The engine ended the connection</source>
        <translation>引擎结束了连接</translation>
    </message>
    <message>
        <source>The machine ended</source>
        <translation>虚拟机已结束</translation>
    </message>
    <message>
        <source>{name} ran out of memory and was killed</source>
        <translation>{name} 内存不足，已被终止</translation>
    </message>
    <message>
        <source>{name} stopped with code {code}</source>
        <translation>{name} 已停止，代码 {code}</translation>
    </message>
    <message>
        <source>Running ✓</source>
        <translation>运行中 ✓</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>不健康</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>正在重启</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>Out of memory ({code})</source>
        <translation>内存不足 ({code})</translation>
    </message>
    <message>
        <source>Exited ({code})</source>
        <translation>已退出 ({code})</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example.com:3128</source>
        <translation>请写成 http://proxy.example.com:3128 的形式</translation>
    </message>
    <message>
        <source>{entry} is no address like https://mirror.example.com</source>
        <translation>{entry} 不是 https://mirror.example.com 这样的地址</translation>
    </message>
    <message>
        <source>{entry} is neither a registry like registry.example.com:5000 nor a range like 10.0.0.0/8</source>
        <translation>{entry} 既不是 registry.example.com:5000 这样的镜像仓库，也不是 10.0.0.0/8 这样的网段</translation>
    </message>
    <message>
        <source>Write the whole path, like /home/me/certs.d</source>
        <translation>请填写完整路径，例如 /home/me/certs.d</translation>
    </message>
    <message>
        <source>The machine does not see this folder: share it on the Machine page first</source>
        <translation>虚拟机看不到此文件夹：请先在“虚拟机”页面共享它</translation>
    </message>
    <message>
        <source>The engine could not run it.</source>
        <translation>引擎无法运行它。</translation>
    </message>
    <message>
        <source>Its command was found but cannot be run.</source>
        <translation>找到了它的命令，但无法运行。</translation>
    </message>
    <message>
        <source>Its command was not found.</source>
        <translation>找不到它的命令。</translation>
    </message>
    <message>
        <source>It was interrupted (SIGINT), as by Ctrl+C.</source>
        <translation>它被中断 (SIGINT)，如同按下 Ctrl+C。</translation>
    </message>
    <message>
        <source>It gave up (SIGABRT).</source>
        <translation>它自行中止 (SIGABRT)。</translation>
    </message>
    <message>
        <source>It was killed (SIGKILL): by somebody, or because it did not stop in time.</source>
        <translation>它被终止 (SIGKILL)：由他人终止，或因未能及时停止。</translation>
    </message>
    <message>
        <source>It crashed: it used memory that is not its own (SIGSEGV).</source>
        <translation>它崩溃了：使用了不属于自己的内存 (SIGSEGV)。</translation>
    </message>
    <message>
        <source>It was asked to stop (SIGTERM), and did.</source>
        <translation>它按要求停止了 (SIGTERM)。</translation>
    </message>
    <message>
        <source>The kernel killed it: it wanted more memory than its limit.</source>
        <translation>内核终止了它：它需要的内存超出了限制。</translation>
    </message>
    <message>
        <source>It ended by itself, without an error.</source>
        <translation>它自行结束，没有错误。</translation>
    </message>
    <message>
        <source>It was ended by the signal {name}.</source>
        <translation>它被信号 {name} 结束。</translation>
    </message>
    <message>
        <source>It ended with the error code {code}.</source>
        <translation>它以错误代码 {code} 结束。</translation>
    </message>
    <message>
        <source>Its lines end in different ways.</source>
        <translation>其中各行的换行符不一致。</translation>
    </message>
    <message>
        <source>It holds control characters that an editor would lose.</source>
        <translation>其中含有编辑器会丢失的控制字符。</translation>
    </message>
    <message>
        <source>It has lines too long to edit.</source>
        <translation>其中的行太长，无法编辑。</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Built with Docker</source>
        <translation>构建所用 Docker</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父镜像</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>入口点</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>工作文件夹</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>停止信号</translation>
    </message>
    <message>
        <source>On build</source>
        <translation>构建时触发</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Starts after</source>
        <translation>启动等待</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试次数</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) are made from it: {names}</source>
        <translation>
            <numerusform>有 %n 个容器由它创建：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>The container {names} is made from it</source>
        <translation>容器 {names} 由它创建</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>containers</comment>
        <translation>
            <numerusform> 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the container first.</source>
        <translation>请先删除该容器。</translation>
    </message>
    <message>
        <source>Delete the containers first.</source>
        <translation>请先删除这些容器。</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Limits and restart</source>
        <translation>限制与重启</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>镜像 ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>退出代码</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>进程 ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>Storage driver</source>
        <translation>存储驱动</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>运行时</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>日志驱动</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>工作目录</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Init process</source>
        <translation>init 进程</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>gateway {address}</source>
        <translation>网关 {address}</translation>
    </message>
    <message>
        <source>MAC {address}</source>
        <translation>MAC {address}</translation>
    </message>
    <message>
        <source>aliases {names}</source>
        <translation>别名 {names}</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>重启策略</translation>
    </message>
    <message>
        <source>{policy}, at most {count} times</source>
        <translation>{policy}，最多 {count} 次</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU 数</translation>
    </message>
    <message>
        <source>CPU set</source>
        <translation>CPU 集</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Removed when stopped</source>
        <translation>停止后移除</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>特权</translation>
    </message>
    <message>
        <source>Added capabilities</source>
        <translation>添加的权能</translation>
    </message>
    <message>
        <source>Dropped capabilities</source>
        <translation>去除的权能</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Failing streak</source>
        <translation>连续失败次数</translation>
    </message>
    <message>
        <source>exit code {code}: {output}</source>
        <translation>退出代码 {code}：{output}</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>它的密码</translation>
    </message>
    <message>
        <source>its user</source>
        <translation>它的用户</translation>
    </message>
    <message>
        <source>a database that it makes</source>
        <translation>要创建的数据库</translation>
    </message>
    <message>
        <source>that you accept its licence</source>
        <translation>表示您接受其许可协议</translation>
    </message>
    <message>
        <source>its user and password, as neo4j/password</source>
        <translation>它的用户和密码，形如 neo4j/password</translation>
    </message>
    <message>
        <source>that it stands alone</source>
        <translation>表示它独立运行</translation>
    </message>
    <message>
        <source>the e-mail to sign in with</source>
        <translation>用于登录的电子邮箱</translation>
    </message>
    <message>
        <source>Start QEMU</source>
        <translation>启动 QEMU</translation>
    </message>
    <message>
        <source>Boot the kernel</source>
        <translation>引导内核</translation>
    </message>
    <message>
        <source>Mount the system</source>
        <translation>挂载系统</translation>
    </message>
    <message>
        <source>Check the data disk</source>
        <translation>检查数据磁盘</translation>
    </message>
    <message>
        <source>Set up the network</source>
        <translation>设置网络</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>启动引擎</translation>
    </message>
    <message>
        <source>Open the Docker endpoint</source>
        <translation>打开 Docker 端点</translation>
    </message>
    <message>
        <source>software emulation</source>
        <translation>软件模拟</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk size</source>
        <translation>磁盘大小</translation>
    </message>
    <message>
        <source>shared folders</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>ports of this computer</source>
        <translation>此计算机的端口</translation>
    </message>
    <message>
        <source>idle stop</source>
        <translation>空闲停止</translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation>加速器</translation>
    </message>
    <message>
        <source>guest image</source>
        <translation>客户机镜像</translation>
    </message>
    <message>
        <source>share transport</source>
        <translation>共享传输方式</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>engine settings</source>
        <translation>引擎设置</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <comment>state of the machine</comment>
        <translation>救援</translation>
    </message>
    <message>
        <source>Not set up</source>
        <comment>state of the machine</comment>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>state of the machine</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>state of the machine</comment>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state of the machine</comment>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of the machine</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Asleep</source>
        <comment>state of the machine</comment>
        <translation>休眠中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>state of the machine</comment>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of the machine</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Machine: rescue</source>
        <translation>虚拟机：救援</translation>
    </message>
    <message>
        <source>Machine: not set up</source>
        <translation>虚拟机：未设置</translation>
    </message>
    <message>
        <source>Machine: stopped</source>
        <translation>虚拟机：已停止</translation>
    </message>
    <message>
        <source>Machine: starting</source>
        <translation>虚拟机：正在启动</translation>
    </message>
    <message>
        <source>Machine: running</source>
        <translation>虚拟机：运行中</translation>
    </message>
    <message>
        <source>Machine: paused</source>
        <translation>虚拟机：已暂停</translation>
    </message>
    <message>
        <source>Machine: asleep</source>
        <translation>虚拟机：休眠中</translation>
    </message>
    <message>
        <source>Machine: stopping</source>
        <translation>虚拟机：正在停止</translation>
    </message>
    <message>
        <source>Machine: failed</source>
        <translation>虚拟机：失败</translation>
    </message>
    <message>
        <source>the data disk needs a repair</source>
        <translation>数据磁盘需要修复</translation>
    </message>
    <message>
        <source>the machine is not set up</source>
        <translation>虚拟机未设置</translation>
    </message>
    <message>
        <source>the machine is stopped</source>
        <translation>虚拟机已停止</translation>
    </message>
    <message>
        <source>the machine is starting</source>
        <translation>虚拟机正在启动</translation>
    </message>
    <message>
        <source>the machine is running</source>
        <translation>虚拟机正在运行</translation>
    </message>
    <message>
        <source>the machine is paused</source>
        <translation>虚拟机已暂停</translation>
    </message>
    <message>
        <source>the machine is asleep</source>
        <translation>虚拟机在休眠</translation>
    </message>
    <message>
        <source>the machine is stopping</source>
        <translation>虚拟机正在停止</translation>
    </message>
    <message>
        <source>the machine is failed</source>
        <translation>虚拟机出现故障</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Set up and start</source>
        <translation>设置并启动</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>唤醒</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Set up and start the machine</source>
        <translation>设置并启动虚拟机</translation>
    </message>
    <message>
        <source>Wake the machine</source>
        <translation>唤醒虚拟机</translation>
    </message>
    <message>
        <source>Start the machine</source>
        <translation>启动虚拟机</translation>
    </message>
    <message>
        <source>This computer has {count}; more make the machine slower.</source>
        <translation>此计算机有 {count} 个；更多会使虚拟机变慢。</translation>
    </message>
    <message>
        <source>All of this computer&apos;s CPUs: other programs may stutter while containers work.</source>
        <translation>这是此计算机的全部 CPU：容器工作时，其他程序可能卡顿。</translation>
    </message>
    <message>
        <source>More than three quarters of this computer&apos;s memory: it may begin to swap.</source>
        <translation>超过此计算机内存的四分之三：可能开始使用交换空间。</translation>
    </message>
    <message>
        <source>More than is free on this computer&apos;s disk: the machine may find it full one day.</source>
        <translation>超过此计算机磁盘的可用空间：虚拟机某天可能会遇到磁盘已满。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 和 {last}</translation>
    </message>
    <message>
        <source>{word} is not a port: write numbers from 1 to 65535, or all</source>
        <translation>{word} 不是端口：请写 1 到 65535 的数字，或 all</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>5 分钟后</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>15 分钟后</translation>
    </message>
    <message>
        <source>After 30 minutes</source>
        <translation>30 分钟后</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>After {count} min</source>
        <translation>{count} 分钟后</translation>
    </message>
    <message>
        <source>After {count} s</source>
        <translation>{count} 秒后</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>仍在运行</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Fell asleep</source>
        <translation>已进入休眠</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>已被终止</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>end of a start</comment>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>end of a start</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>end of a start</comment>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>安装 {name}</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Join the group {name}</source>
        <translation>加入用户组 {name}</translation>
    </message>
    <message>
        <source>Let it use the hypervisor</source>
        <translation>允许其使用虚拟机监控程序</translation>
    </message>
    <message>
        <source>Release from quarantine</source>
        <translation>解除隔离</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Restart this computer for it to count. Until then Davit works in emulation, which is slower.</source>
        <translation>请重启此计算机以使其生效。在此之前 Davit 以较慢的模拟方式工作。</translation>
    </message>
    <message>
        <source>Log out and in again for it to count.</source>
        <translation>请注销并重新登录以使其生效。</translation>
    </message>
    <message>
        <source>{count} of {all} checks needs attention</source>
        <comment>one check</comment>
        <translation>{all} 项检查中有 {count} 项需要注意</translation>
    </message>
    <message>
        <source>{count} of {all} checks need attention</source>
        <comment>several checks</comment>
        <translation>{all} 项检查中有 {count} 项需要注意</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n 项检查通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}, %n could not be tried.</source>
        <translation>
            <numerusform>{verdict}，%n 项无法尝试。</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}.</source>
        <translation>{verdict}。</translation>
    </message>
    <message>
        <source>There is a network of this name already</source>
        <translation>已有同名网络</translation>
    </message>
    <message>
        <source>A gateway needs a subnet</source>
        <translation>网关需要子网</translation>
    </message>
    <message>
        <source>The subnet must be like 172.30.0.0/16</source>
        <translation>子网须形如 172.30.0.0/16</translation>
    </message>
    <message>
        <source>The subnet overlaps that of {name}, {subnet}</source>
        <translation>该子网与 {name} 的子网 {subnet} 重叠</translation>
    </message>
    <message>
        <source>The gateway must be like 172.30.0.1</source>
        <translation>网关须形如 172.30.0.1</translation>
    </message>
    <message>
        <source>The gateway is not in the subnet</source>
        <translation>网关不在子网内</translation>
    </message>
    <message>
        <source>the window shows the container&apos;s log instead</source>
        <translation>窗口改为显示容器的日志</translation>
    </message>
    <message>
        <source>it is about signals that a terminal sends</source>
        <translation>它涉及终端发送的信号</translation>
    </message>
    <message>
        <source>it is about keys pressed in a terminal</source>
        <translation>它涉及在终端中按下的键</translation>
    </message>
    <message>
        <source>it is about what a terminal prints</source>
        <translation>它涉及终端打印的内容</translation>
    </message>
    <message>
        <source>the window writes no such file</source>
        <translation>窗口不写入这样的文件</translation>
    </message>
    <message>
        <source>it says what is so anyway</source>
        <translation>它说的本来就是如此</translation>
    </message>
    <message>
        <source>engines take it no longer</source>
        <translation>引擎不再接受它</translation>
    </message>
    <message>
        <source>The text is too long to be a command.</source>
        <translation>文本太长，不可能是命令。</translation>
    </message>
    <message>
        <source>This is not a command: {why}.</source>
        <translation>这不是命令：{why}。</translation>
    </message>
    <message>
        <source>There is no docker run in this text.</source>
        <translation>此文本中没有 docker run。</translation>
    </message>
    <message>
        <source>The command names no image.</source>
        <translation>命令没有指定镜像。</translation>
    </message>
    <message>
        <source>{part}: only your shell knows what stands for it. Put it in by hand.</source>
        <translation>{part}：只有您的 shell 知道它代表什么。请手动填入。</translation>
    </message>
    <message>
        <source>What follows the command is not taken: {rest}</source>
        <translation>命令之后的内容不会采用：{rest}</translation>
    </message>
    <message>
        <source>{flag}: it runs in the engine that this window shows.</source>
        <translation>{flag}：它在此窗口显示的引擎中运行。</translation>
    </message>
    <message>
        <source>docker create does not start the container; here it is started.</source>
        <translation>docker create 不启动容器；此处会启动它。</translation>
    </message>
    <message>
        <source>{flag}: docker run has no such flag.</source>
        <translation>{flag}：docker run 没有这个选项。</translation>
    </message>
    <message>
        <source>{flag}: it needs a value.</source>
        <translation>{flag}：需要一个值。</translation>
    </message>
    <message>
        <source>{flag} is not taken: {why}.</source>
        <translation>不采用 {flag}：{why}。</translation>
    </message>
    <message>
        <source>{path}: Davit does not know the folder it starts from. Choose it by hand.</source>
        <translation>{path}：Davit 不知道它从哪个文件夹算起。请手动选择。</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>引擎没有应答</translation>
    </message>
    <message>
        <source>The connection to the engine broke</source>
        <translation>与引擎的连接中断</translation>
    </message>
    <message>
        <source>See whether it happened all the same, then try again.</source>
        <translation>请查看操作是否已生效，然后重试。</translation>
    </message>
    <message>
        <source>Davit made a mistake</source>
        <translation>Davit 出错了</translation>
    </message>
    <message>
        <source>Please report it with the details.</source>
        <translation>请附上详细信息报告此问题。</translation>
    </message>
    <message>
        <source>Stop what uses it, or publish another port of this computer.</source>
        <translation>停止占用它的程序，或发布此计算机的其他端口。</translation>
    </message>
    <message>
        <source>The image has no program {program}</source>
        <translation>镜像中没有程序 {program}</translation>
    </message>
    <message>
        <source>Check the command and the entrypoint.</source>
        <translation>请检查命令和入口点。</translation>
    </message>
    <message>
        <source>Pull the image first.</source>
        <translation>请先拉取镜像。</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other container.</source>
        <translation>请换一个名称，或删除另一个容器。</translation>
    </message>
    <message>
        <source>The registry {registry} cannot be reached: {reason}</source>
        <translation>无法连接镜像仓库 {registry}：{reason}</translation>
    </message>
    <message>
        <source>Check the image&apos;s name and the network.</source>
        <translation>请检查镜像名称和网络。</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>未给出原因</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>正在等待</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>本地已有</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>远端已有</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>正在解压</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>正在推送</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag</source>
        <translation>镜像仓库中没有此名称和标签的镜像</translation>
    </message>
    <message>
        <source>Check the name, or search: the tags there are will be listed.</source>
        <translation>请检查名称，或进行搜索：将列出现有的标签。</translation>
    </message>
    <message>
        <source>The registry has no such repository, or shows it only to some</source>
        <translation>镜像仓库中没有此存储库，或仅对部分用户可见</translation>
    </message>
    <message>
        <source>Check the name, or log in.</source>
        <translation>请检查名称，或登录。</translation>
    </message>
    <message>
        <source>The registry wants a login</source>
        <translation>镜像仓库要求登录</translation>
    </message>
    <message>
        <source>Log in and try again.</source>
        <translation>请登录后重试。</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>Write a flag of docker run, such as --ulimit nofile=1024</source>
        <translation>请写 docker run 的选项，例如 --ulimit nofile=1024</translation>
    </message>
    <message>
        <source>A flag and its value belong on one line, and nothing else</source>
        <translation>一行只写一个选项及其值，不写其他内容</translation>
    </message>
    <message>
        <source>Give the whole path of the folder</source>
        <translation>请给出文件夹的完整路径</translation>
    </message>
    <message>
        <source>{image} is not the name of an image</source>
        <translation>{image} 不是镜像名称</translation>
    </message>
    <message>
        <source>A name has two or more letters, digits, _ . or -, the first a letter or digit</source>
        <translation>名称至少两个字符，由字母、数字、_ . 或 - 组成，以字母或数字开头</translation>
    </message>
    <message>
        <source>There is a container named {name}</source>
        <translation>已有名为 {name} 的容器</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n 个变量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n 个卷</numerusform>
        </translation>
    </message>
    <message>
        <source>{running} running of {total}</source>
        <translation>共 {total} 个，{running} 个运行中</translation>
    </message>
    <message>
        <source>There is a volume of this name already</source>
        <translation>已有同名卷</translation>
    </message>
    <message>
        <source>Two or more letters, digits and _ . - only, a letter or digit first</source>
        <translation>仅限字母、数字和 _ . -，至少两个字符，以字母或数字开头</translation>
    </message>
    <message>
        <source>{line}: write it as name=value</source>
        <translation>{line}：请写成 name=value</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>作用域</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>此计算机上的文件夹</translation>
    </message>
    <message>
        <source>Driver options</source>
        <translation>驱动选项</translation>
    </message>
    <message>
        <source>The engine&apos;s archive could not be read: {error}</source>
        <translation>无法读取引擎的归档：{error}</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>构建中</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>{cached} of {steps} from cache</source>
        <translation>{steps} 步中 {cached} 步来自缓存</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Filter by words or command</source>
        <translation>按文字或命令筛选</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>尚无操作</translation>
    </message>
    <message>
        <source>What you do in this window is listed here, with the command that does the same.</source>
        <translation>您在此窗口中的操作及等效的命令会列在这里。</translation>
    </message>
    <message>
        <source>Export as script…</source>
        <translation>导出为脚本…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清除…</translation>
    </message>
    <message>
        <source>Copy as docker command</source>
        <translation>复制为 docker 命令</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Details of what is selected</source>
        <translation>所选项的详细信息</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 项失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Export as script</source>
        <translation>导出为脚本</translation>
    </message>
    <message>
        <source>Cannot write {file}</source>
        <translation>无法写入 {file}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>Clear activity</source>
        <translation>清除活动</translation>
    </message>
    <message numerus="yes">
        <source>The journal of %n action(s) will be forgotten.</source>
        <translation>
            <numerusform>将清除 %n 项操作的记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Containers, images and volumes stay as they are.</source>
        <translation>容器、镜像和卷保持不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cannot clear the activity</source>
        <translation>无法清除活动</translation>
    </message>
    <message>
        <source>Bring back what was deleted just now (Ctrl+Z)</source>
        <translation>恢复刚才删除的内容 (Ctrl+Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>已删除 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation>恢复 {name}</translation>
    </message>
    <message>
        <source>Bring back all</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>取消选择 (Esc)</translation>
    </message>
    <message>
        <source>More for the selected</source>
        <translation>所选项的更多操作</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n container(s)</source>
        <translation>
            <numerusform>删除 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>删除 {count} 项</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>暂无数据</translation>
    </message>
    <message>
        <source>{value} of {limit}</source>
        <translation>{value} / {limit}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>限制 {value}</translation>
    </message>
    <message>
        <source>Port {port} is not published</source>
        <translation>端口 {port} 未发布</translation>
    </message>
    <message>
        <source>The container is not running</source>
        <translation>容器未运行</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Visible on your network</source>
        <translation>在您的网络中可见</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>端口 {port}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message numerus="yes">
        <source>%n more port(s)</source>
        <translation>
            <numerusform>另有 %n 个端口</numerusform>
        </translation>
    </message>
    <message>
        <source>{cached} of {steps}</source>
        <translation>{cached} / {steps}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Built from</source>
        <translation>构建自</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Filter by name, folder or state</source>
        <translation>按名称、文件夹或状态筛选</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>构建…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>还没有构建</translation>
    </message>
    <message>
        <source>A Dockerfile says how to make an image of your own. Choose the folder that it lies in, or drop it here. Builds from a terminal are listed too.</source>
        <translation>Dockerfile 说明如何制作自己的镜像。选择它所在的文件夹，或将其拖到此处。终端中的构建也会列出。</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s)</source>
        <translation>
            <numerusform>%n 个构建</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{builds}, %n running</source>
        <translation>
            <numerusform>{builds}，%n 个运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>启动或停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>View logs</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>打开终端</translation>
    </message>
    <message>
        <source>Run another like it…</source>
        <translation>再运行一个相同的…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Limits and restart policy…</source>
        <translation>限制与重启策略…</translation>
    </message>
    <message>
        <source>Commit to image…</source>
        <translation>提交为镜像…</translation>
    </message>
    <message>
        <source>Export files…</source>
        <translation>导出文件…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>固定到顶部</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Open stack</source>
        <translation>打开堆栈</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>全部启动</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>全部停止</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>全部重启</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>全部继续</translation>
    </message>
    <message>
        <source>Renaming {name}</source>
        <translation>正在重命名 {name}</translation>
    </message>
    <message>
        <source>Cannot rename {name}</source>
        <translation>无法重命名 {name}</translation>
    </message>
    <message>
        <source>Renamed {name} to {new}</source>
        <translation>已将 {name} 重命名为 {new}</translation>
    </message>
    <message>
        <source>Changing the limits of {name}</source>
        <translation>正在更改 {name} 的限制</translation>
    </message>
    <message>
        <source>Cannot change the limits of {name}</source>
        <translation>无法更改 {name} 的限制</translation>
    </message>
    <message>
        <source>Changed the limits of {name}</source>
        <translation>已更改 {name} 的限制</translation>
    </message>
    <message>
        <source>Cannot read {name}</source>
        <translation>无法读取 {name}</translation>
    </message>
    <message>
        <source>Committing {name}</source>
        <translation>正在提交 {name}</translation>
    </message>
    <message>
        <source>Cannot commit {name}</source>
        <translation>无法提交 {name}</translation>
    </message>
    <message>
        <source>Committed {name} to {image}</source>
        <translation>已将 {name} 提交为 {image}</translation>
    </message>
    <message>
        <source>Export the files of a container</source>
        <translation>导出容器的文件</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>归档 (*.tar)</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
    <message>
        <source>Cannot export {name}</source>
        <translation>无法导出 {name}</translation>
    </message>
    <message>
        <source>Exported {name} to {path}</source>
        <translation>已将 {name} 导出到 {path}</translation>
    </message>
    <message>
        <source>Start (Space)</source>
        <translation>启动 (Space)</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>停止 (Space)</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>继续 (Space)</translation>
    </message>
    <message>
        <source>Start all of the project</source>
        <translation>启动整个项目</translation>
    </message>
    <message>
        <source>Stop all of the project</source>
        <translation>停止整个项目</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>删除 (Del)</translation>
    </message>
    <message>
        <source>All ports</source>
        <translation>所有端口</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Compose 项目</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Back to the containers (Alt+Left)</source>
        <translation>返回容器列表 (Alt+Left)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Copy the id {id}</source>
        <translation>复制 ID {id}</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>失败时</translation>
    </message>
    <message>
        <source>Always, unless it was stopped</source>
        <translation>总是，除非已被停止</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Rename container</source>
        <translation>重命名容器</translation>
    </message>
    <message>
        <source>A new name for {name}.</source>
        <translation>{name} 的新名称。</translation>
    </message>
    <message>
        <source>Another container has this name</source>
        <translation>另一个容器已使用此名称</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, two of them at least</source>
        <translation>仅限字母、数字和 _ . -，至少两个字符</translation>
    </message>
    <message>
        <source>Make an image of the files of {name} as they are now.</source>
        <translation>用 {name} 当前的文件创建镜像。</translation>
    </message>
    <message>
        <source>Commit to image</source>
        <translation>提交为镜像</translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation>name:tag</translation>
    </message>
    <message>
        <source>Pause the container meanwhile</source>
        <translation>期间暂停容器</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Volumes are not part of the image.</source>
        <translation>卷不会包含在镜像中。</translation>
    </message>
    <message>
        <source>A name has no digest</source>
        <translation>名称中不能含有摘要</translation>
    </message>
    <message>
        <source>Not a name of an image</source>
        <translation>不是镜像名称</translation>
    </message>
    <message>
        <source>What {name} may use, from now on. Nothing is restarted.</source>
        <translation>{name} 从现在起可使用的资源。不会重启任何内容。</translation>
    </message>
    <message>
        <source>Limits and restart policy</source>
        <translation>限制与重启策略</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>更改限制</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>For example 512m or 2g</source>
        <translation>例如 512m 或 2g</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>CPUs are a number such as 1.5, memory is a size such as 512m</source>
        <translation>CPU 数是 1.5 这样的数字，内存是 512m 这样的大小</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration}前</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}，已固定</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>已删除 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n container(s)</source>
        <translation>
            <numerusform>已删除 %n 个容器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s)</source>
        <translation>
            <numerusform>已复制 %n 个 ID</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the id of {name}</source>
        <translation>已复制 {name} 的 ID</translation>
    </message>
    <message>
        <source>Cannot build {name}</source>
        <translation>无法构建 {name}</translation>
    </message>
    <message>
        <source>Built {name} in {time}</source>
        <translation>已用 {time} 构建 {name}</translation>
    </message>
    <message>
        <source>The build of {name} failed</source>
        <translation>{name} 的构建失败</translation>
    </message>
    <message>
        <source>Building {name}</source>
        <translation>正在构建 {name}</translation>
    </message>
    <message>
        <source>Cancelling the build of {name}</source>
        <translation>正在取消 {name} 的构建</translation>
    </message>
    <message>
        <source>Cannot cancel the build of {name}</source>
        <translation>无法取消 {name} 的构建</translation>
    </message>
    <message>
        <source>Deleted the build of {name}</source>
        <translation>已删除 {name} 的构建</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n build(s)</source>
        <translation>
            <numerusform>已删除 %n 个构建</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the build of {name}</source>
        <translation>正在删除 {name} 的构建</translation>
    </message>
    <message>
        <source>Cannot delete the build of {name}</source>
        <translation>无法删除 {name} 的构建</translation>
    </message>
    <message>
        <source>The image has been deleted since</source>
        <translation>该镜像此后已被删除</translation>
    </message>
    <message>
        <source>Copied the docker command</source>
        <translation>已复制 docker 命令</translation>
    </message>
    <message>
        <source>Sent {size}</source>
        <translation>已发送 {size}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Opening {address}</source>
        <translation>正在打开 {address}</translation>
    </message>
    <message>
        <source>Cannot open {address}</source>
        <translation>无法打开 {address}</translation>
    </message>
    <message>
        <source>Copied {address}</source>
        <translation>已复制 {address}</translation>
    </message>
    <message>
        <source>No browser was found. Copied {address}</source>
        <translation>找不到浏览器。已复制 {address}</translation>
    </message>
    <message>
        <source>Cannot kill {name}</source>
        <translation>无法终止 {name}</translation>
    </message>
    <message>
        <source>Killing {name}</source>
        <translation>正在终止 {name}</translation>
    </message>
    <message>
        <source>Cannot delete {name}</source>
        <translation>无法删除 {name}</translation>
    </message>
    <message>
        <source>Deleting {name}</source>
        <translation>正在删除 {name}</translation>
    </message>
    <message>
        <source>Stopping {name}</source>
        <translation>正在停止 {name}</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>正在启动 {name}</translation>
    </message>
    <message>
        <source>Cannot start {name}</source>
        <translation>无法启动 {name}</translation>
    </message>
    <message>
        <source>{now}, then {next}</source>
        <translation>{now}，然后{next}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Cannot stop {name}</source>
        <translation>无法停止 {name}</translation>
    </message>
    <message>
        <source>Restarting {name}</source>
        <translation>正在重启 {name}</translation>
    </message>
    <message>
        <source>Cannot restart {name}</source>
        <translation>无法重启 {name}</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>Pausing {name}</source>
        <translation>正在暂停 {name}</translation>
    </message>
    <message>
        <source>Cannot pause {name}</source>
        <translation>无法暂停 {name}</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>正在继续</translation>
    </message>
    <message>
        <source>Resuming {name}</source>
        <translation>正在继续运行 {name}</translation>
    </message>
    <message>
        <source>Cannot resume {name}</source>
        <translation>无法继续运行 {name}</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>Run a new container (Ctrl+N)</source>
        <translation>运行新容器 (Ctrl+N)</translation>
    </message>
    <message>
        <source>{running} running · {total} in all</source>
        <translation>{running} 个运行中 · 共 {total} 个</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n container(s)</source>
        <translation>
            <numerusform>筛选条件隐藏了 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Cannot register a docker context</source>
        <translation>无法注册 docker 上下文</translation>
    </message>
    <message>
        <source>Registering a docker context</source>
        <translation>正在注册 docker 上下文</translation>
    </message>
    <message>
        <source>Docker command line</source>
        <translation>Docker 命令行</translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation>引擎地址</translation>
    </message>
    <message>
        <source>Register docker context</source>
        <translation>注册 docker 上下文</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Docker 上下文</translation>
    </message>
    <message>
        <source>Makes a docker context named davit, for: docker context use davit</source>
        <translation>创建名为 davit 的 docker 上下文，用于：docker context use davit</translation>
    </message>
    <message>
        <source>Copy as DOCKER_HOST</source>
        <translation>复制为 DOCKER_HOST</translation>
    </message>
    <message>
        <source>Copied the address</source>
        <translation>已复制地址</translation>
    </message>
    <message>
        <source>Registered. Use it with: docker context use davit</source>
        <translation>已注册。使用方法：docker context use davit</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Choose a folder to build from</source>
        <translation>请选择要构建的文件夹</translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation>构建镜像</translation>
    </message>
    <message>
        <source>A folder, or the address of a Git repository</source>
        <translation>文件夹或 Git 仓库的地址</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>添加名称</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Add an argument</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Do every step again (no cache)</source>
        <translation>重新执行每一步（不用缓存）</translation>
    </message>
    <message>
        <source>Look for newer base images (pull)</source>
        <translation>查找更新的基础镜像 (pull)</translation>
    </message>
    <message>
        <source>Build image</source>
        <translation>构建镜像</translation>
    </message>
    <message>
        <source>Name for the image</source>
        <translation>镜像的名称</translation>
    </message>
    <message>
        <source>Command: {command}</source>
        <translation>命令：{command}</translation>
    </message>
    <message>
        <source>Build from a folder</source>
        <translation>从文件夹构建</translation>
    </message>
    <message>
        <source>Choose a Dockerfile</source>
        <translation>选择 Dockerfile</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最后一个</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n 个阶段</numerusform>
        </translation>
    </message>
    <message>
        <source>takes {names}</source>
        <translation>接受 {names}</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>第 {line} 行：{problem}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>无法使用引擎</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: {reason}.</source>
        <translation>{host} 上没有应答：{reason}。</translation>
    </message>
    <message>
        <source>The engine is not running</source>
        <translation>引擎未运行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>启动引擎</translation>
    </message>
    <message>
        <source>Davit is not set up yet</source>
        <translation>Davit 尚未设置</translation>
    </message>
    <message>
        <source>Containers run in a small Linux machine of their own. It is made in a minute and needs no network.</source>
        <translation>容器在专用的小型 Linux 虚拟机中运行。创建只需一分钟，无需网络。</translation>
    </message>
    <message>
        <source>Set up Davit</source>
        <translation>设置 Davit</translation>
    </message>
    <message>
        <source>The machine is starting</source>
        <translation>虚拟机正在启动</translation>
    </message>
    <message>
        <source>The machine is stopping</source>
        <translation>虚拟机正在停止</translation>
    </message>
    <message>
        <source>Containers are stopped in good order.</source>
        <translation>容器会正常停止。</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>虚拟机已暂停</translation>
    </message>
    <message>
        <source>Everything in it stands still until it is resumed.</source>
        <translation>继续运行之前，其中的一切都静止不动。</translation>
    </message>
    <message>
        <source>The machine is asleep</source>
        <translation>虚拟机在休眠</translation>
    </message>
    <message>
        <source>It was idle, so it gave back its memory. It wakes by itself when docker or davit need it.</source>
        <translation>它空闲了，因此归还了内存。docker 或 davit 需要时会自动唤醒。</translation>
    </message>
    <message>
        <source>The engine is stopped</source>
        <translation>引擎已停止</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>查看发生了什么</translation>
    </message>
    <message>
        <source>Its machine is not running. Containers, images and volumes are kept.</source>
        <translation>其虚拟机未运行。容器、镜像和卷均会保留。</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>正在启动引擎</translation>
    </message>
    <message>
        <source>Cannot start the engine</source>
        <translation>无法启动引擎</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>正在启动虚拟机</translation>
    </message>
    <message>
        <source>1 CPU</source>
        <translation>1 个 CPU</translation>
    </message>
    <message>
        <source>A machine that runs is taken over.</source>
        <translation>正在接管一台运行中的虚拟机。</translation>
    </message>
    <message>
        <source>An upgrade was interrupted; the old image serves again.</source>
        <translation>升级被中断；旧镜像继续使用。</translation>
    </message>
    <message>
        <source>Another program may hold the machine&apos;s connection; davit machine diagnose looks further.</source>
        <translation>可能有其他程序占用虚拟机的连接；davit machine diagnose 会进一步检查。</translation>
    </message>
    <message>
        <source>Another program took its port over. Restart the machine: davit machine restart</source>
        <translation>其他程序占用了它的端口。请重启虚拟机：davit machine restart</translation>
    </message>
    <message>
        <source>Another supervisor looks after this machine</source>
        <translation>另一个监管程序正在管理此虚拟机</translation>
    </message>
    <message>
        <source>Another supervisor may be running: davit machine status</source>
        <translation>可能有另一个监管程序在运行：davit machine status</translation>
    </message>
    <message>
        <source>Can this computer resolve names itself? After a change of network: davit machine restart</source>
        <translation>这台计算机能解析名称吗？更换网络后：davit machine restart</translation>
    </message>
    <message>
        <source>Cannot bring {wanted} into the machine</source>
        <translation>无法将 {wanted} 带入虚拟机</translation>
    </message>
    <message>
        <source>Cannot check the data disk</source>
        <translation>无法检查数据磁盘</translation>
    </message>
    <message>
        <source>Cannot close {forward}</source>
        <translation>无法关闭 {forward}</translation>
    </message>
    <message>
        <source>Cannot create the data disk</source>
        <translation>无法创建数据磁盘</translation>
    </message>
    <message>
        <source>Cannot create the machine</source>
        <translation>无法创建虚拟机</translation>
    </message>
    <message>
        <source>Cannot find QEMU</source>
        <translation>找不到 QEMU</translation>
    </message>
    <message>
        <source>Cannot find qemu-img</source>
        <translation>找不到 qemu-img</translation>
    </message>
    <message>
        <source>Cannot find the guest image</source>
        <translation>找不到客户机镜像</translation>
    </message>
    <message>
        <source>Cannot follow the engine</source>
        <translation>无法跟踪引擎</translation>
    </message>
    <message>
        <source>Cannot give the machine {asked} of memory</source>
        <translation>无法给虚拟机 {asked} 内存</translation>
    </message>
    <message>
        <source>Cannot give the machine {cpus} CPUs</source>
        <translation>无法给虚拟机 {cpus} 个 CPU</translation>
    </message>
    <message>
        <source>Cannot hand {name} to the guest</source>
        <translation>无法将 {name} 交给客户机</translation>
    </message>
    <message>
        <source>Cannot lay out the machine</source>
        <translation>无法准备虚拟机</translation>
    </message>
    <message>
        <source>Cannot listen on {path}</source>
        <translation>无法在 {path} 上监听</translation>
    </message>
    <message>
        <source>Cannot make a disk of {asked}</source>
        <translation>无法创建 {asked} 的磁盘</translation>
    </message>
    <message>
        <source>Cannot open a port</source>
        <translation>无法打开端口</translation>
    </message>
    <message>
        <source>Cannot open ports</source>
        <translation>无法打开端口</translation>
    </message>
    <message>
        <source>Cannot open the host&apos;s port {port} to containers</source>
        <translation>无法向容器开放本机端口 {port}</translation>
    </message>
    <message>
        <source>Cannot open {forward}</source>
        <translation>无法打开 {forward}</translation>
    </message>
    <message>
        <source>Cannot put the Docker socket into {folder}</source>
        <translation>无法将 Docker 套接字放入 {folder}</translation>
    </message>
    <message>
        <source>Cannot reach QEMU at {path}</source>
        <translation>无法连接 {path} 处的 QEMU</translation>
    </message>
    <message>
        <source>Cannot reach the engine</source>
        <translation>无法连接引擎</translation>
    </message>
    <message>
        <source>Cannot reach the guest</source>
        <translation>无法连接客户机</translation>
    </message>
    <message>
        <source>Cannot reach the machine by SSH</source>
        <translation>无法通过 SSH 连接虚拟机</translation>
    </message>
    <message>
        <source>Cannot read the key {path}</source>
        <translation>无法读取密钥 {path}</translation>
    </message>
    <message>
        <source>Cannot read the settings of the machine</source>
        <translation>无法读取虚拟机的设置</translation>
    </message>
    <message>
        <source>Cannot read the size {text}</source>
        <translation>无法理解大小 {text}</translation>
    </message>
    <message>
        <source>Cannot run {words}</source>
        <translation>无法运行 {words}</translation>
    </message>
    <message>
        <source>Cannot share {path}</source>
        <translation>无法共享 {path}</translation>
    </message>
    <message>
        <source>Cannot shrink the disk to {size}</source>
        <translation>无法将磁盘缩小到 {size}</translation>
    </message>
    <message>
        <source>Cannot start QEMU</source>
        <translation>无法启动 QEMU</translation>
    </message>
    <message>
        <source>Cannot start qemu-img</source>
        <translation>无法启动 qemu-img</translation>
    </message>
    <message>
        <source>Cannot start the machine</source>
        <translation>无法启动虚拟机</translation>
    </message>
    <message>
        <source>Cannot use the accelerator {setting}</source>
        <translation>无法使用加速器 {setting}</translation>
    </message>
    <message>
        <source>Cannot use the disk image {path}</source>
        <translation>无法使用磁盘镜像 {path}</translation>
    </message>
    <message>
        <source>Cannot use the folder {folder}</source>
        <translation>无法使用文件夹 {folder}</translation>
    </message>
    <message>
        <source>Cannot use the guest image in {folder}</source>
        <translation>无法使用 {folder} 中的客户机镜像</translation>
    </message>
    <message>
        <source>Cannot use the guest image {archive}</source>
        <translation>无法使用来宾映像 {archive}</translation>
    </message>
    <message>
        <source>Cannot use the idle time</source>
        <translation>无法使用该空闲时间</translation>
    </message>
    <message>
        <source>Cannot use the path {text}</source>
        <translation>无法使用路径 {text}</translation>
    </message>
    <message>
        <source>Cannot use the setting {name}</source>
        <translation>无法使用设置 {name}</translation>
    </message>
    <message>
        <source>Cannot use the settings</source>
        <translation>无法使用这些设置</translation>
    </message>
    <message>
        <source>Cannot write the report {target}</source>
        <translation>无法写入报告 {target}</translation>
    </message>
    <message>
        <source>Cannot {arguments} the data disk</source>
        <translation>对数据磁盘执行 {arguments} 失败</translation>
    </message>
    <message>
        <source>Cannot {command} the machine</source>
        <translation>无法{command}虚拟机</translation>
    </message>
    <message>
        <source>Cannot {purpose} while the machine is {state}</source>
        <translation>虚拟机{state}时无法进行：{purpose}</translation>
    </message>
    <message>
        <source>Change it with davit machine set, or remove it with davit machine reset.</source>
        <translation>用 davit machine set 更改，或用 davit machine reset 删除。</translation>
    </message>
    <message>
        <source>Check that the Mac has virtualization: sysctl kern.hv_support says 1.</source>
        <translation>请确认 Mac 支持虚拟化：sysctl kern.hv_support 显示 1。</translation>
    </message>
    <message>
        <source>Check the permissions of the machine&apos;s folder.</source>
        <translation>请检查虚拟机文件夹的权限。</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {cpus}.</source>
        <translation>请选择 1 到 {cpus} 之间的数字。</translation>
    </message>
    <message>
        <source>Choose a size between them.</source>
        <translation>请选择两者之间的大小。</translation>
    </message>
    <message>
        <source>Choose another file: davit machine diagnose --bundle FILE</source>
        <translation>请选择其他文件：davit machine diagnose --bundle 文件</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>请选择另一个。</translation>
    </message>
    <message>
        <source>Choose auto, which takes the fastest that works.</source>
        <translation>请选择 auto，它会使用可用的最快者。</translation>
    </message>
    <message>
        <source>Choose less.</source>
        <translation>请选择更小的值。</translation>
    </message>
    <message>
        <source>Choose more.</source>
        <translation>请选择更大的值。</translation>
    </message>
    <message>
        <source>Choose seconds, or 0 to keep the machine running.</source>
        <translation>请选择秒数，或选 0 让虚拟机保持运行。</translation>
    </message>
    <message>
        <source>Choose the right folder with davit machine set --image or {image_variable}.</source>
        <translation>请用 davit machine set --image 或 {image_variable} 选择正确的文件夹。</translation>
    </message>
    <message>
        <source>Choose {mib}.</source>
        <translation>请选择 {mib}。</translation>
    </message>
    <message>
        <source>Close it: chmod 700 {folder}</source>
        <translation>请收紧权限：chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Close it: chmod {most} {path}</source>
        <translation>请收紧权限：chmod {most} {path}</translation>
    </message>
    <message>
        <source>Close other programs, or give it less: davit machine set --memory 1G</source>
        <translation>请关闭其他程序，或减少分配：davit machine set --memory 1G</translation>
    </message>
    <message>
        <source>Create it: davit machine create</source>
        <translation>请创建：davit machine create</translation>
    </message>
    <message>
        <source>Create the machine: davit machine start</source>
        <translation>请创建虚拟机：davit machine start</translation>
    </message>
    <message>
        <source>Delete files to make room.</source>
        <translation>请删除文件以腾出空间。</translation>
    </message>
    <message>
        <source>Delete files. The machine pauses when nothing is left, and goes on afterwards.</source>
        <translation>请删除文件。空间用尽时虚拟机会暂停，之后继续。</translation>
    </message>
    <message>
        <source>Delete it, or choose another with DAVIT_MACHINE_HOME.</source>
        <translation>请删除它，或用 DAVIT_MACHINE_HOME 选择其他位置。</translation>
    </message>
    <message>
        <source>Delete the file; a new one is made with the next start.</source>
        <translation>请删除该文件；下次启动会生成新的。</translation>
    </message>
    <message>
        <source>Docker endpoint</source>
        <translation>Docker 端点</translation>
    </message>
    <message>
        <source>Emulation works everywhere: davit machine set --accelerator tcg</source>
        <translation>模拟在任何地方都可用：davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>End it and start again: davit machine stop &amp;&amp; davit machine start</source>
        <translation>请结束它并重新启动：davit machine stop &amp;&amp; davit machine start</translation>
    </message>
    <message>
        <source>End the other QEMU; davit machine status names it.</source>
        <translation>请结束另一个 QEMU；davit machine status 会指出它。</translation>
    </message>
    <message>
        <source>Export what can be read (davit machine export), then: davit machine repair</source>
        <translation>请导出可读的内容（davit machine export），然后：davit machine repair</translation>
    </message>
    <message>
        <source>Free some space, or put the machine elsewhere with DAVIT_MACHINE_HOME.</source>
        <translation>请腾出空间，或用 DAVIT_MACHINE_HOME 将虚拟机放到别处。</translation>
    </message>
    <message>
        <source>Gave back {size} that the data disk no longer used.</source>
        <translation>归还了数据磁盘不再使用的 {size}。</translation>
    </message>
    <message>
        <source>Give it back: chown</source>
        <translation>请改回所有者：chown</translation>
    </message>
    <message>
        <source>Give the machine less (davit machine set --memory 1G), or close other programs.</source>
        <translation>请减少虚拟机的内存（davit machine set --memory 1G），或关闭其他程序。</translation>
    </message>
    <message>
        <source>Guests of another architecture are emulated, which is several times slower.</source>
        <translation>其他架构的客户机通过模拟运行，会慢数倍。</translation>
    </message>
    <message>
        <source>If it happens again, give the machine more memory or upgrade it.</source>
        <translation>如果再次发生，请给虚拟机更多内存或升级它。</translation>
    </message>
    <message>
        <source>In a virtual machine, see that the computer below allows nested virtualization.</source>
        <translation>在虚拟机中时，请确认下层计算机允许嵌套虚拟化。</translation>
    </message>
    <message>
        <source>Install Davit again, or build the image: vm/image/build.py</source>
        <translation>请重新安装 Davit，或构建镜像：vm/image/build.py</translation>
    </message>
    <message>
        <source>Install Davit again, or name another image with: davit machine set --image</source>
        <translation>请重新安装 Davit，或指定其他镜像：davit machine set --image</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along, or run: brew install qemu</source>
        <translation>请重新安装带有 QEMU 的 Davit，或运行：brew install qemu</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along.</source>
        <translation>请重新安装带有 QEMU 的 Davit。</translation>
    </message>
    <message>
        <source>Install Davit again.</source>
        <translation>请重新安装 Davit。</translation>
    </message>
    <message>
        <source>Install QEMU again with its firmware (Debian, Ubuntu: sudo apt install seabios).</source>
        <translation>请重新安装 QEMU 及其固件（Debian、Ubuntu：sudo apt install seabios）。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>请重新安装。</translation>
    </message>
    <message>
        <source>Install it: sudo apt install qemu-utils</source>
        <translation>请安装：sudo apt install qemu-utils</translation>
    </message>
    <message>
        <source>Cannot turn on {subject}</source>
        <translation>无法启用 {subject}</translation>
    </message>
    <message>
        <source>Cannot export to {path}</source>
        <translation>无法导出到 {path}</translation>
    </message>
    <message>
        <source>Cannot import {path}</source>
        <translation>无法导入 {path}</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Export it again: davit machine export FILE</source>
        <translation>请重新导出：davit machine export 文件</translation>
    </message>
    <message>
        <source>Install it: sudo {debian} (Debian, Ubuntu) or sudo {fedora} (Fedora).</source>
        <translation>请安装：sudo {debian}（Debian、Ubuntu）或 sudo {fedora}（Fedora）。</translation>
    </message>
    <message>
        <source>Install it: sudo {here}</source>
        <translation>请安装：sudo {here}</translation>
    </message>
    <message>
        <source>Its log has the whole story: davit machine logs</source>
        <translation>日志中有完整记录：davit machine logs</translation>
    </message>
    <message>
        <source>Its log is C:\Windows\Logs\DISM\dism.log</source>
        <translation>其日志为 C:\Windows\Logs\DISM\dism.log</translation>
    </message>
    <message>
        <source>Its log may tell more: {supervisor_log}</source>
        <translation>日志可能有更多信息：{supervisor_log}</translation>
    </message>
    <message>
        <source>Its log may tell why: {supervisor_log}</source>
        <translation>日志可能说明原因：{supervisor_log}</translation>
    </message>
    <message>
        <source>Its output says why. Another program may hold its files.</source>
        <translation>其输出说明了原因。可能有其他程序占用它的文件。</translation>
    </message>
    <message>
        <source>Join the group kvm and log in again: sudo usermod -aG kvm $USER</source>
        <translation>请加入 kvm 组并重新登录：sudo usermod -aG kvm $USER</translation>
    </message>
    <message>
        <source>Keep it.</source>
        <translation>请保留它。</translation>
    </message>
    <message>
        <source>Keep the size; space that is not used takes none on this computer. For a smaller one, export what you need and run: davit machine reset</source>
        <translation>请保持大小；未使用的空间不占用本机磁盘。要缩小，请导出所需内容并运行：davit machine reset</translation>
    </message>
    <message>
        <source>Let Davit choose: davit machine set --accelerator auto</source>
        <translation>让 Davit 选择：davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Let Davit find it: davit machine set --qemu &apos;&apos;</source>
        <translation>让 Davit 查找：davit machine set --qemu &apos;&apos;</translation>
    </message>
    <message>
        <source>Let it go on: davit machine resume</source>
        <translation>让它继续：davit machine resume</translation>
    </message>
    <message>
        <source>Look at it and repair it: davit machine repair</source>
        <translation>请检查并修复：davit machine repair</translation>
    </message>
    <message>
        <source>Look at it: davit machine console</source>
        <translation>请查看：davit machine console</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>请移开它，然后重试。</translation>
    </message>
    <message>
        <source>Move it out of the way.</source>
        <translation>请移开它。</translation>
    </message>
    <message>
        <source>Move the volumes one by one, with Export and Import, and pull the images anew.</source>
        <translation>请用导出和导入逐个移动卷，并重新拉取映像。</translation>
    </message>
    <message>
        <source>Name each folder once.</source>
        <translation>每个文件夹只写一次。</translation>
    </message>
    <message>
        <source>Only root may listen below port {value} here. Publish a higher port, or allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</source>
        <translation>此处只有 root 可以监听低于 {value} 的端口。请发布更高的端口，或允许：sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</translation>
    </message>
    <message>
        <source>Or let Davit choose: davit machine set --accelerator auto</source>
        <translation>或让 Davit 选择：davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Publish it on an IPv4 address, such as 127.0.0.1.</source>
        <translation>请在 IPv4 地址上发布，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that it has.</source>
        <translation>请在 127.0.0.1 或它拥有的地址上发布。</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that this computer has.</source>
        <translation>请在 127.0.0.1 或本机拥有的地址上发布。</translation>
    </message>
    <message>
        <source>Put back a copy (davit machine import), or start anew: davit machine reset</source>
        <translation>请恢复副本（davit machine import），或重新开始：davit machine reset</translation>
    </message>
    <message>
        <source>Put back a copy, or make a new one: davit machine reset</source>
        <translation>请恢复副本，或新建：davit machine reset</translation>
    </message>
    <message>
        <source>QEMU and the supervisor ended without a word, as when the computer restarts</source>
        <translation>QEMU 和监管程序无声结束，就像计算机重启时那样</translation>
    </message>
    <message>
        <source>QEMU did not start</source>
        <translation>QEMU 没有启动</translation>
    </message>
    <message>
        <source>QEMU does not answer</source>
        <translation>QEMU 没有应答</translation>
    </message>
    <message>
        <source>QEMU does not forward its ports</source>
        <translation>QEMU 没有转发它的端口</translation>
    </message>
    <message>
        <source>QEMU does not say which port it has chosen</source>
        <translation>QEMU 没有说明选择了哪个端口</translation>
    </message>
    <message>
        <source>QEMU ended without a word</source>
        <translation>QEMU 无声结束</translation>
    </message>
    <message>
        <source>QEMU failed</source>
        <translation>QEMU 失败</translation>
    </message>
    <message>
        <source>QEMU has marked it as damaged</source>
        <translation>QEMU 已将其标记为损坏</translation>
    </message>
    <message>
        <source>QEMU monitor</source>
        <translation>QEMU 监视器</translation>
    </message>
    <message>
        <source>QEMU process</source>
        <translation>QEMU 进程</translation>
    </message>
    <message>
        <source>QEMU refused {command}</source>
        <translation>QEMU 拒绝了 {command}</translation>
    </message>
    <message>
        <source>QEMU stopped</source>
        <translation>QEMU 已停止</translation>
    </message>
    <message>
        <source>QEMU stopped in the middle of the guest</source>
        <translation>QEMU 在客户机运行中停止</translation>
    </message>
    <message>
        <source>Remove what is not needed (davit system prune), or let it grow: davit machine set --disk 128G</source>
        <translation>请删除不需要的内容（davit system prune），或扩大它：davit machine set --disk 128G</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>请重命名文件夹。</translation>
    </message>
    <message>
        <source>Repair it: davit machine repair. Or save it first: davit machine export FILE</source>
        <translation>请修复：davit machine repair。或先保存：davit machine export 文件</translation>
    </message>
    <message>
        <source>Repair the file, or delete it and run: davit machine create. The disk is kept.</source>
        <translation>请修复该文件，或删除它并运行：davit machine create。磁盘会保留。</translation>
    </message>
    <message>
        <source>Repaired {found} wrong entries of the data disk.</source>
        <translation>修复了数据磁盘的 {found} 个错误条目。</translation>
    </message>
    <message>
        <source>Restart it: davit machine restart</source>
        <translation>请重启：davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine, which gives the guest its keys again: davit machine restart</source>
        <translation>请重启虚拟机，这会把密钥重新交给客户机：davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine: davit machine restart</source>
        <translation>请重启虚拟机：davit machine restart</translation>
    </message>
    <message>
        <source>Save it first (davit machine export FILE), then: davit machine repair</source>
        <translation>请先保存（davit machine export 文件），然后：davit machine repair</translation>
    </message>
    <message>
        <source>Save what can be read: davit machine export FILE. Then start anew: davit machine reset</source>
        <translation>请保存可读的内容：davit machine export 文件。然后重新开始：davit machine reset</translation>
    </message>
    <message>
        <source>See how far it came: davit machine status</source>
        <translation>查看进展：davit machine status</translation>
    </message>
    <message>
        <source>See the end of it: davit machine console</source>
        <translation>查看末尾：davit machine console</translation>
    </message>
    <message>
        <source>See the state: davit machine status</source>
        <translation>查看状态：davit machine status</translation>
    </message>
    <message>
        <source>See the whole output: davit machine diagnose</source>
        <translation>查看完整输出：davit machine diagnose</translation>
    </message>
    <message>
        <source>See why: davit machine logs qemu.</source>
        <translation>查看原因：davit machine logs qemu。</translation>
    </message>
    <message>
        <source>Share a folder that exists.</source>
        <translation>请共享存在的文件夹。</translation>
    </message>
    <message>
        <source>Share it: davit machine set --share {quoted}</source>
        <translation>请共享它：davit machine set --share {quoted}</translation>
    </message>
    <message>
        <source>Share the outer folder alone, or make the inner one read-only.</source>
        <translation>请只共享外层文件夹，或将内层设为只读。</translation>
    </message>
    <message>
        <source>Share them by SFTP: davit machine set --share-transport sftp</source>
        <translation>请通过 SFTP 共享：davit machine set --share-transport sftp</translation>
    </message>
    <message>
        <source>Start it: davit machine start</source>
        <translation>请启动：davit machine start</translation>
    </message>
    <message>
        <source>Stop it first: davit machine stop</source>
        <translation>请先停止：davit machine stop</translation>
    </message>
    <message>
        <source>Stop it: davit machine stop</source>
        <translation>请停止：davit machine stop</translation>
    </message>
    <message>
        <source>Stop sharing it: davit machine set --unshare {path}</source>
        <translation>停止共享它：davit machine set --unshare {path}</translation>
    </message>
    <message>
        <source>Stop that container, or publish another port.</source>
        <translation>请停止该容器，或发布其他端口。</translation>
    </message>
    <message>
        <source>Stop that program, or publish another port.</source>
        <translation>请停止该程序，或发布其他端口。</translation>
    </message>
    <message>
        <source>Stop the machine and start it again: davit machine restart</source>
        <translation>请停止虚拟机并重新启动：davit machine restart</translation>
    </message>
    <message>
        <source>Stop the program that uses it.</source>
        <translation>请停止使用它的程序。</translation>
    </message>
    <message>
        <source>Switch on the Windows Hypervisor Platform in an administrator&apos;s terminal and restart: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</source>
        <translation>请在管理员终端中启用 Windows 虚拟机监控程序平台并重启：DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</translation>
    </message>
    <message>
        <source>Switch on virtualization in the computer&apos;s firmware and load the module kvm; in a virtual machine, allow nested virtualization.</source>
        <translation>请在计算机固件中启用虚拟化并加载 kvm 模块；在虚拟机中时，请允许嵌套虚拟化。</translation>
    </message>
    <message>
        <source>Take it over again: davit machine start</source>
        <translation>请重新接管：davit machine start</translation>
    </message>
    <message>
        <source>The data disk could not be mended</source>
        <translation>无法整理数据磁盘</translation>
    </message>
    <message>
        <source>The data disk could not be repaired</source>
        <translation>无法修复数据磁盘</translation>
    </message>
    <message>
        <source>The data disk is checked and mended.</source>
        <translation>数据磁盘已检查并修复。</translation>
    </message>
    <message>
        <source>The data disk is damaged</source>
        <translation>数据磁盘已损坏</translation>
    </message>
    <message>
        <source>The data disk is in order.</source>
        <translation>数据磁盘正常。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. The machine is paused until there is room.</source>
        <translation>本机磁盘已满。虚拟机将暂停，直到有空间。</translation>
    </message>
    <message>
        <source>The disk of this computer may be failing; copy the file elsewhere.</source>
        <translation>本机磁盘可能正在损坏；请将文件复制到别处。</translation>
    </message>
    <message>
        <source>The disk with containers and images could not be mounted</source>
        <translation>无法挂载存放容器和镜像的磁盘</translation>
    </message>
    <message>
        <source>The end of the console tells more; davit machine diagnose looks further.</source>
        <translation>控制台末尾有更多信息；davit machine diagnose 会进一步检查。</translation>
    </message>
    <message>
        <source>The engine did not answer</source>
        <translation>引擎没有应答</translation>
    </message>
    <message>
        <source>The engine did not answer as expected</source>
        <translation>引擎的应答不符合预期</translation>
    </message>
    <message>
        <source>The engine inside the machine did not start</source>
        <translation>虚拟机中的引擎没有启动</translation>
    </message>
    <message>
        <source>The engine runs but does not answer</source>
        <translation>引擎在运行但没有应答</translation>
    </message>
    <message>
        <source>The guest could not do “{verb}”</source>
        <translation>客户机无法执行“{verb}”</translation>
    </message>
    <message>
        <source>The guest could not mount its system</source>
        <translation>客户机无法挂载其系统</translation>
    </message>
    <message>
        <source>The guest could not set up its network</source>
        <translation>客户机无法设置其网络</translation>
    </message>
    <message>
        <source>The guest did not leave the data disk alone</source>
        <translation>客户机没有释放数据磁盘</translation>
    </message>
    <message>
        <source>The guest did not power down within {stop_limit} s; QEMU was ended.</source>
        <translation>客户机未在 {stop_limit} 秒内关机；已结束 QEMU。</translation>
    </message>
    <message>
        <source>The guest does not tell its usage</source>
        <translation>客户机没有报告其用量</translation>
    </message>
    <message>
        <source>The guest has shut itself down.</source>
        <translation>客户机已自行关机。</translation>
    </message>
    <message>
        <source>The guest image may be damaged; lay it out again: davit machine upgrade</source>
        <translation>客户机镜像可能已损坏；请重新放置：davit machine upgrade</translation>
    </message>
    <message>
        <source>The guest image {version} did not get ready</source>
        <translation>客户机镜像 {version} 未能就绪</translation>
    </message>
    <message>
        <source>The guest restarted itself</source>
        <translation>客户机自行重启</translation>
    </message>
    <message>
        <source>The guest shut itself down while it started</source>
        <translation>客户机在启动时自行关机</translation>
    </message>
    <message>
        <source>The guest&apos;s kernel did not start</source>
        <translation>客户机的内核没有启动</translation>
    </message>
    <message>
        <source>The machine did not answer in time</source>
        <translation>虚拟机没有及时应答</translation>
    </message>
    <message>
        <source>The machine did not start</source>
        <translation>虚拟机没有启动</translation>
    </message>
    <message>
        <source>The machine did not start ({stage})</source>
        <translation>虚拟机没有启动（{stage}）</translation>
    </message>
    <message>
        <source>The machine does not take a command</source>
        <translation>虚拟机不接受命令</translation>
    </message>
    <message>
        <source>The machine failed</source>
        <translation>虚拟机失败</translation>
    </message>
    <message>
        <source>The machine failed {back_off} times; it is not restarted any more.</source>
        <translation>虚拟机已失败 {back_off} 次；不再重启。</translation>
    </message>
    <message>
        <source>The machine goes on.</source>
        <translation>虚拟机继续运行。</translation>
    </message>
    <message>
        <source>The machine is no longer running</source>
        <translation>虚拟机不再运行</translation>
    </message>
    <message>
        <source>The machine is not ready</source>
        <translation>虚拟机未就绪</translation>
    </message>
    <message>
        <source>The machine is not running</source>
        <translation>虚拟机没有运行</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>虚拟机已暂停。</translation>
    </message>
    <message>
        <source>The machine is ready, after {seconds} s.</source>
        <translation>虚拟机已就绪，用时 {seconds} 秒。</translation>
    </message>
    <message>
        <source>The machine is restarted in {pause} s.</source>
        <translation>虚拟机将在 {pause} 秒后重启。</translation>
    </message>
    <message>
        <source>The machine is stopped</source>
        <translation>虚拟机已停止</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>虚拟机已停止。</translation>
    </message>
    <message>
        <source>The machine is {word}.</source>
        <translation>虚拟机{word}。</translation>
    </message>
    <message>
        <source>The machine runs the guest image {version}.</source>
        <translation>虚拟机正在使用客户机镜像 {version}。</translation>
    </message>
    <message>
        <source>The machine runs without hardware acceleration and is several times slower: {candidate} {reason}.</source>
        <translation>虚拟机没有硬件加速，会慢数倍：{candidate} {reason}。</translation>
    </message>
    <message>
        <source>The machine runs, but nothing looks after it</source>
        <translation>虚拟机在运行，但无人管理</translation>
    </message>
    <message>
        <source>The machine starts again.</source>
        <translation>虚拟机再次启动。</translation>
    </message>
    <message>
        <source>The machine starts.</source>
        <translation>虚拟机正在启动。</translation>
    </message>
    <message>
        <source>The machine stops its containers and powers down.</source>
        <translation>虚拟机正在停止其容器并关机。</translation>
    </message>
    <message>
        <source>The machine was not mended</source>
        <translation>虚拟机没有修复</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set after a pause.</source>
        <translation>暂停后已校准虚拟机的时钟。</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor could not start</source>
        <translation>虚拟机的监管程序无法启动</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor did not come up</source>
        <translation>虚拟机的监管程序没有启动</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor does not end</source>
        <translation>虚拟机的监管程序没有结束</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor ended before it answered</source>
        <translation>虚拟机的监管程序在应答前结束</translation>
    </message>
    <message>
        <source>The ports changed.</source>
        <translation>端口已更改。</translation>
    </message>
    <message>
        <source>The settings changed.</source>
        <translation>设置已更改。</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>启动已取消。</translation>
    </message>
    <message>
        <source>The supervisor does not know “{method}”</source>
        <translation>监管程序不认识“{method}”</translation>
    </message>
    <message>
        <source>The supervisor stumbled over “{method}”</source>
        <translation>监管程序处理“{method}”时出错</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log has the whole story: davit machine logs</source>
        <translation>监管程序的日志有完整记录：davit machine logs</translation>
    </message>
    <message>
        <source>The system may have run out of memory: give the machine less.</source>
        <translation>系统可能内存不足：请减少虚拟机的内存。</translation>
    </message>
    <message>
        <source>The work was broken off.</source>
        <translation>工作已中断。</translation>
    </message>
    <message>
        <source>There is a machine in {home} already</source>
        <translation>{home} 中已有虚拟机</translation>
    </message>
    <message>
        <source>There is no machine in {home}</source>
        <translation>{home} 中没有虚拟机</translation>
    </message>
    <message>
        <source>There is no machine yet</source>
        <translation>还没有虚拟机</translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation>没有设置 {name}</translation>
    </message>
    <message>
        <source>There is room again; the machine goes on.</source>
        <translation>又有空间了；虚拟机继续运行。</translation>
    </message>
    <message>
        <source>This QEMU is not signed for the hypervisor. Use the one that comes with Davit, or one from Homebrew.</source>
        <translation>此 QEMU 没有为虚拟机监控程序签名。请使用 Davit 自带的或 Homebrew 的。</translation>
    </message>
    <message>
        <source>Try again, and say Yes.</source>
        <translation>请重试并选择“是”。</translation>
    </message>
    <message>
        <source>Try again; the computer may be very busy.</source>
        <translation>请重试；计算机可能很忙。</translation>
    </message>
    <message>
        <source>Try without acceleration: davit machine set --accelerator tcg</source>
        <translation>请尝试不用加速：davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>Type it yourself: sudo {words}</source>
        <translation>请自行输入：sudo {words}</translation>
    </message>
    <message>
        <source>UDP on an IPv6 address does not lead into the machine</source>
        <translation>IPv6 地址上的 UDP 无法进入虚拟机</translation>
    </message>
    <message>
        <source>Upgrade Davit on this computer first, then import again.</source>
        <translation>请先升级此计算机上的 Davit，然后重新导入。</translation>
    </message>
    <message>
        <source>Upgrade it first: davit machine upgrade</source>
        <translation>请先升级：davit machine upgrade</translation>
    </message>
    <message>
        <source>Use a newer version of Davit.</source>
        <translation>请使用更新版本的 Davit。</translation>
    </message>
    <message>
        <source>Use an image of its own.</source>
        <translation>请使用独立的镜像。</translation>
    </message>
    <message>
        <source>Use an image that is not.</source>
        <translation>请使用未加密的镜像。</translation>
    </message>
    <message>
        <source>Use the QEMU of the distribution.</source>
        <translation>请使用发行版的 QEMU。</translation>
    </message>
    <message>
        <source>Wait until it has stopped.</source>
        <translation>请等待它停止。</translation>
    </message>
    <message>
        <source>Wait until it is ready, or stop it: davit machine stop</source>
        <translation>请等待就绪，或停止它：davit machine stop</translation>
    </message>
    <message>
        <source>Wake it: davit machine start</source>
        <translation>请唤醒：davit machine start</translation>
    </message>
    <message>
        <source>When its settings were changed, undo that: davit machine set --engine. The end of the console tells more.</source>
        <translation>如果更改过它的设置，请撤销：davit machine set --engine。控制台末尾有更多信息。</translation>
    </message>
    <message>
        <source>Windows may have reserved the port; see: netsh interface ipv4 show excludedportrange protocol=tcp</source>
        <translation>Windows 可能保留了该端口；请查看：netsh interface ipv4 show excludedportrange protocol=tcp</translation>
    </message>
    <message>
        <source>Windows was not given the permission</source>
        <translation>未授予 Windows 权限</translation>
    </message>
    <message>
        <source>Write it like 4G or 512M.</source>
        <translation>请写成 4G 或 512M 的形式。</translation>
    </message>
    <message>
        <source>Write one line.</source>
        <translation>请只写一行。</translation>
    </message>
    <message>
        <source>Write the path without it.</source>
        <translation>请写不含它的路径。</translation>
    </message>
    <message>
        <source>Write the whole path.</source>
        <translation>请写完整路径。</translation>
    </message>
    <message>
        <source>a file of the guest image cannot be read</source>
        <translation>无法读取客户机镜像的文件</translation>
    </message>
    <message>
        <source>a firmware file of QEMU is missing</source>
        <translation>缺少 QEMU 的固件文件</translation>
    </message>
    <message>
        <source>a port is in use: {thing}</source>
        <translation>端口已被占用：{thing}</translation>
    </message>
    <message>
        <source>another QEMU runs this machine</source>
        <translation>另一个 QEMU 正在运行此虚拟机</translation>
    </message>
    <message>
        <source>another container</source>
        <translation>另一个容器</translation>
    </message>
    <message>
        <source>another process uses the machine&apos;s disk</source>
        <translation>另一个进程正在使用虚拟机的磁盘</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>另一个程序在那里监听</translation>
    </message>
    <message>
        <source>answers in {value} ms</source>
        <translation>在 {value} 毫秒内应答</translation>
    </message>
    <message>
        <source>answers in {value} ms, with the key that it was given</source>
        <translation>在 {value} 毫秒内应答，密钥正确</translation>
    </message>
    <message>
        <source>answers; the guest has {total} MiB of memory</source>
        <translation>有应答；客户机有 {total} MiB 内存</translation>
    </message>
    <message>
        <source>both sides proved their key in {value} ms</source>
        <translation>双方在 {value} 毫秒内证明了密钥</translation>
    </message>
    <message>
        <source>container {container}</source>
        <translation>容器 {container}</translation>
    </message>
    <message>
        <source>data disk</source>
        <translation>数据磁盘</translation>
    </message>
    <message>
        <source>disks are made of whole MiB</source>
        <translation>磁盘以整 MiB 为单位</translation>
    </message>
    <message>
        <source>does not start ({words})</source>
        <translation>无法启动（{words}）</translation>
    </message>
    <message>
        <source>e2fsck ended with status {status}</source>
        <translation>e2fsck 以状态 {status} 结束</translation>
    </message>
    <message>
        <source>engine&apos;s gate</source>
        <translation>引擎的大门</translation>
    </message>
    <message>
        <source>export it</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>hangs (at the first special instruction, for {seconds} s)</source>
        <translation>卡住（在第一条特殊指令处，已 {seconds} 秒）</translation>
    </message>
    <message>
        <source>hangs (no guest code ran within {seconds} s)</source>
        <translation>卡住（{seconds} 秒内没有运行客户机代码）</translation>
    </message>
    <message>
        <source>is not part of {program}</source>
        <translation>不是 {program} 的一部分</translation>
    </message>
    <message>
        <source>it and {other} lie in each other with the same access</source>
        <translation>它与 {other} 以相同权限互相嵌套</translation>
    </message>
    <message>
        <source>it begins with neither unix:// nor npipe://</source>
        <translation>它既不以 unix:// 也不以 npipe:// 开头</translation>
    </message>
    <message>
        <source>it belongs to another user (uid {st_uid})</source>
        <translation>它属于其他用户（uid {st_uid}）</translation>
    </message>
    <message>
        <source>it can have {least_disk} to {most_disk}</source>
        <translation>可以是 {least_disk} 到 {most_disk}</translation>
    </message>
    <message>
        <source>it claims to hold {size} bytes</source>
        <translation>它声称有 {size} 字节</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>它关闭了连接</translation>
    </message>
    <message>
        <source>it comes from a computer with {architecture} processors, and its images and containers do not run on {here}</source>
        <translation>它来自使用 {architecture} 处理器的计算机，其中的映像和容器无法在 {here} 上运行</translation>
    </message>
    <message>
        <source>it did not answer within {handshake_limit} s</source>
        <translation>{handshake_limit} 秒内没有应答</translation>
    </message>
    <message>
        <source>it did not get there within {wake_limit} s</source>
        <translation>{wake_limit} 秒内没有就绪</translation>
    </message>
    <message>
        <source>it did not greet within {waited} s</source>
        <translation>{waited} 秒内没有问候</translation>
    </message>
    <message>
        <source>it does not begin at the root</source>
        <translation>它不是从根开始</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>它不存在</translation>
    </message>
    <message>
        <source>it does not exist, and {host_path} is shared read-only</source>
        <translation>它不存在，且 {host_path} 以只读方式共享</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>它没有运行</translation>
    </message>
    <message>
        <source>it ended with status {returncode}</source>
        <translation>以状态 {returncode} 结束</translation>
    </message>
    <message>
        <source>it ended with status {status} and said nothing</source>
        <translation>它以状态 {status} 结束且没有输出</translation>
    </message>
    <message>
        <source>it ended without being asked</source>
        <translation>它自行结束</translation>
    </message>
    <message>
        <source>it has format {format}, and this version reads {format2}</source>
        <translation>其格式为 {format}，而此版本读取 {format2}</translation>
    </message>
    <message>
        <source>it has more than one line</source>
        <translation>它不止一行</translation>
    </message>
    <message>
        <source>it has told nothing of the guest&apos;s memory</source>
        <translation>它没有报告客户机的内存</translation>
    </message>
    <message>
        <source>it has {disk_now}, and cutting off its end would destroy data</source>
        <translation>它有 {disk_now}，截去末尾会破坏数据</translation>
    </message>
    <message>
        <source>it has {now}</source>
        <translation>它有 {now}</translation>
    </message>
    <message>
        <source>it holds more files than an image has</source>
        <translation>其中的文件比映像应有的多</translation>
    </message>
    <message>
        <source>it holds more than an export does</source>
        <translation>其中的内容比导出文件应有的多</translation>
    </message>
    <message>
        <source>it holds {name}, which is no plain file</source>
        <translation>其中的 {name} 不是普通文件</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>它不完整</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>它已加密</translation>
    </message>
    <message>
        <source>it is gone ({command})</source>
        <translation>它已不在（{command}）</translation>
    </message>
    <message>
        <source>it is in none of {candidates}</source>
        <translation>它不在 {candidates} 中</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>它已被占用</translation>
    </message>
    <message>
        <source>it is in use by {holder}</source>
        <translation>它被 {holder} 占用</translation>
    </message>
    <message>
        <source>it is neither beside {program} nor on PATH</source>
        <translation>它既不在 {program} 旁边，也不在 PATH 中</translation>
    </message>
    <message>
        <source>it is no name of a fw_cfg item</source>
        <translation>它不是 fw_cfg 项的名称</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>它不是文件夹</translation>
    </message>
    <message>
        <source>it is not a number with a unit</source>
        <translation>它不是带单位的数字</translation>
    </message>
    <message>
        <source>it is not a path</source>
        <translation>它不是路径</translation>
    </message>
    <message>
        <source>it is not an absolute path</source>
        <translation>它不是绝对路径</translation>
    </message>
    <message>
        <source>it is not an export of a machine</source>
        <translation>它不是虚拟机的导出文件</translation>
    </message>
    <message>
        <source>it is not an image in a tar, or is cut off</source>
        <translation>它不是 tar 中的映像，或者不完整</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>它没有连接</translation>
    </message>
    <message>
        <source>it is not in qcow2 format</source>
        <translation>它不是 qcow2 格式</translation>
    </message>
    <message>
        <source>it is not mounted yet</source>
        <translation>它尚未挂载</translation>
    </message>
    <message>
        <source>it is of another version than this program</source>
        <translation>它与本程序版本不同</translation>
    </message>
    <message>
        <source>it is qcow2 of the unknown version {version}</source>
        <translation>它是未知版本 {version} 的 qcow2</translation>
    </message>
    <message>
        <source>it is shared already</source>
        <translation>它已共享</translation>
    </message>
    <message>
        <source>it is {state}</source>
        <translation>它{state}</translation>
    </message>
    <message>
        <source>it keeps its data in another file</source>
        <translation>它将数据保存在其他文件中</translation>
    </message>
    <message>
        <source>it leads through &apos;..&apos;</source>
        <translation>它经过 &apos;..&apos;</translation>
    </message>
    <message>
        <source>it needs at least {least_memory}</source>
        <translation>它至少需要 {least_memory}</translation>
    </message>
    <message>
        <source>it needs more than {size} MiB where {parent} lies, and {free} MiB are free</source>
        <translation>{parent} 所在位置需要超过 {size} MiB，而可用 {free} MiB</translation>
    </message>
    <message>
        <source>it needs {size} where {parent} lies, and {free} are free</source>
        <translation>{parent} 所在位置需要 {size}，可用 {free}</translation>
    </message>
    <message>
        <source>it rests on another file</source>
        <translation>它依赖于其他文件</translation>
    </message>
    <message>
        <source>it was ended by {name}</source>
        <translation>它被 {name} 结束</translation>
    </message>
    <message>
        <source>it was stopped meanwhile</source>
        <translation>它已在其间停止</translation>
    </message>
    <message>
        <source>it was written by engine {engine}, and this machine has engine {engine2}</source>
        <translation>它由引擎 {engine} 写入，而此虚拟机的引擎为 {engine2}</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>它的头部不完整</translation>
    </message>
    <message>
        <source>its image is too old to know how</source>
        <translation>它的镜像太旧，不支持此操作</translation>
    </message>
    <message>
        <source>its kernel has given up; the end of the console says why</source>
        <translation>它的内核已放弃；控制台末尾说明了原因</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>无法读取其清单</translation>
    </message>
    <message>
        <source>its manifest lists other files than an export has</source>
        <translation>其清单列出了导出文件中不应有的文件</translation>
    </message>
    <message>
        <source>its monitor did not answer within {start_limit} s</source>
        <translation>它的监视器在 {start_limit} 秒内没有应答</translation>
    </message>
    <message>
        <source>its name holds a tab or a new line</source>
        <translation>它的名称含有制表符或换行</translation>
    </message>
    <message>
        <source>its settings cannot be read</source>
        <translation>无法读取其设置</translation>
    </message>
    <message>
        <source>its supervisor ended without stopping it</source>
        <translation>它的监管程序没有停止它就结束了</translation>
    </message>
    <message>
        <source>its supervisor is doing so already</source>
        <translation>它的监管程序正在这样做</translation>
    </message>
    <message>
        <source>its supervisor still runs</source>
        <translation>它的监管程序仍在运行</translation>
    </message>
    <message>
        <source>its tag {tag} is too long</source>
        <translation>它的标签 {tag} 太长</translation>
    </message>
    <message>
        <source>macOS lets programs listen below port 1024 only on all addresses at once. Publish a higher port, or all addresses: -p 0.0.0.0:{port}:{port2}</source>
        <translation>macOS 只允许同时在所有地址上监听低于 1024 的端口。请发布更高的端口，或发布到所有地址：-p 0.0.0.0:{port}:{port2}</translation>
    </message>
    <message>
        <source>memory is given in whole MiB</source>
        <translation>内存以整 MiB 为单位</translation>
    </message>
    <message>
        <source>memory of this computer</source>
        <translation>本机内存</translation>
    </message>
    <message>
        <source>mounted folders</source>
        <translation>已挂载的文件夹</translation>
    </message>
    <message>
        <source>name resolution</source>
        <translation>名称解析</translation>
    </message>
    <message>
        <source>needs: {missing}</source>
        <translation>需要：{missing}</translation>
    </message>
    <message>
        <source>no answer within {patience} s</source>
        <translation>{patience} 秒内没有应答</translation>
    </message>
    <message>
        <source>no folder is shared</source>
        <translation>没有共享文件夹</translation>
    </message>
    <message>
        <source>no space is left on this computer</source>
        <translation>此计算机上没有剩余空间</translation>
    </message>
    <message>
        <source>no space is left where {home} lies</source>
        <translation>{home} 所在位置没有剩余空间</translation>
    </message>
    <message>
        <source>nobody listens on {host}:{port}</source>
        <translation>没有程序监听 {host}:{port}</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>没有程序在那里监听</translation>
    </message>
    <message>
        <source>none of them is mounted in the guest</source>
        <translation>它们都没有挂载到客户机</translation>
    </message>
    <message>
        <source>none yet; the defaults of this computer apply</source>
        <translation>还没有；使用本机的默认值</translation>
    </message>
    <message>
        <source>none yet; the first start makes it</source>
        <translation>还没有；首次启动时创建</translation>
    </message>
    <message>
        <source>on this system there are {native} and tcg</source>
        <translation>此系统上有 {native} 和 tcg</translation>
    </message>
    <message>
        <source>only {free} MiB are free where {place} lies</source>
        <translation>{place} 所在位置只剩 {free} MiB</translation>
    </message>
    <message>
        <source>only {free} MiB of {size} MiB are free</source>
        <translation>{size} MiB 中只剩 {free} MiB</translation>
    </message>
    <message>
        <source>other users may enter the folder</source>
        <translation>其他用户可以进入该文件夹</translation>
    </message>
    <message>
        <source>pid {pid}</source>
        <translation>pid {pid}</translation>
    </message>
    <message>
        <source>port {guest_port} of the machine cannot be published</source>
        <translation>虚拟机的端口 {guest_port} 无法发布</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>端口范围是 1 到 65535</translation>
    </message>
    <message>
        <source>process {pid}</source>
        <translation>进程 {pid}</translation>
    </message>
    <message>
        <source>published ports</source>
        <translation>已发布的端口</translation>
    </message>
    <message>
        <source>qemu-img ended with status {status}</source>
        <translation>qemu-img 以状态 {status} 结束</translation>
    </message>
    <message>
        <source>runs guest code slower than emulation (not done after {seconds} s)</source>
        <translation>运行客户机代码比模拟更慢（{seconds} 秒后仍未完成）</translation>
    </message>
    <message>
        <source>something else answers on its port</source>
        <translation>它的端口上有其他程序应答</translation>
    </message>
    <message>
        <source>space in the machine</source>
        <translation>虚拟机中的空间</translation>
    </message>
    <message>
        <source>space on this computer</source>
        <translation>本机空间</translation>
    </message>
    <message>
        <source>sshfs did not mount it within {mounted_limit} s</source>
        <translation>sshfs 未在 {mounted_limit} 秒内挂载它</translation>
    </message>
    <message>
        <source>sshfs ended</source>
        <translation>sshfs 已结束</translation>
    </message>
    <message>
        <source>starts and then stops ({words})</source>
        <translation>启动后停止（{words}）</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>状态 {status}</translation>
    </message>
    <message>
        <source>that file exists already</source>
        <translation>该文件已存在</translation>
    </message>
    <message>
        <source>the accelerator does not work here ({thing})</source>
        <translation>加速器在此不可用（{thing}）</translation>
    </message>
    <message>
        <source>the connection to the machine ended</source>
        <translation>与虚拟机的连接已结束</translation>
    </message>
    <message>
        <source>the data disk is damaged</source>
        <translation>数据磁盘已损坏</translation>
    </message>
    <message>
        <source>the data disk is not a disk image</source>
        <translation>数据磁盘不是磁盘镜像</translation>
    </message>
    <message>
        <source>the disk of this computer is full</source>
        <translation>本机磁盘已满</translation>
    </message>
    <message>
        <source>the end of its console may say why</source>
        <translation>其控制台末尾可能说明原因</translation>
    </message>
    <message>
        <source>the folder belongs to another user</source>
        <translation>该文件夹属于其他用户</translation>
    </message>
    <message>
        <source>the guest answered with status {status}</source>
        <translation>客户机以状态 {status} 应答</translation>
    </message>
    <message>
        <source>the guest does not accept the machine&apos;s key</source>
        <translation>客户机不接受虚拟机的密钥</translation>
    </message>
    <message>
        <source>the guest gets no answer from this computer&apos;s resolver</source>
        <translation>客户机无法从本机解析器得到应答</translation>
    </message>
    <message>
        <source>the guest gives no reason</source>
        <translation>客户机没有给出原因</translation>
    </message>
    <message>
        <source>the guest has said nothing yet</source>
        <translation>客户机还没有任何消息</translation>
    </message>
    <message>
        <source>the guest said {output}</source>
        <translation>客户机说 {output}</translation>
    </message>
    <message>
        <source>the guest told of {heard}</source>
        <translation>客户机报告了 {heard}</translation>
    </message>
    <message>
        <source>the guest&apos;s SSH server does not listen yet</source>
        <translation>客户机的 SSH 服务器尚未监听</translation>
    </message>
    <message>
        <source>the guest&apos;s clock is {offset} s off</source>
        <translation>客户机的时钟偏差 {offset} 秒</translation>
    </message>
    <message>
        <source>the last stage was {heard}</source>
        <translation>最后的阶段是 {heard}</translation>
    </message>
    <message>
        <source>the machine has no disk yet; it has never been started</source>
        <translation>虚拟机还没有磁盘；它从未启动过</translation>
    </message>
    <message>
        <source>the machine has {most} open ports already</source>
        <translation>虚拟机已有 {most} 个打开的端口</translation>
    </message>
    <message>
        <source>the machine is not running</source>
        <translation>虚拟机没有运行</translation>
    </message>
    <message>
        <source>the machine is {state}</source>
        <translation>虚拟机{state}</translation>
    </message>
    <message>
        <source>the machine opens ports on IPv4 addresses</source>
        <translation>虚拟机在 IPv4 地址上打开端口</translation>
    </message>
    <message>
        <source>the machine&apos;s supervisor is running</source>
        <translation>虚拟机的监管程序正在运行</translation>
    </message>
    <message>
        <source>the path goes up by &apos;..&apos;</source>
        <translation>路径用 &apos;..&apos; 向上</translation>
    </message>
    <message>
        <source>the settings name {program}, which is not a program</source>
        <translation>设置中的 {program} 不是程序</translation>
    </message>
    <message>
        <source>the stage “{stage}” did not end within {limit} s</source>
        <translation>阶段“{stage}”未在 {limit} 秒内结束</translation>
    </message>
    <message>
        <source>the start has not come so far</source>
        <translation>启动还没有进行到这里</translation>
    </message>
    <message>
        <source>there is a file of that name</source>
        <translation>有同名的文件</translation>
    </message>
    <message>
        <source>there is no pkexec</source>
        <translation>没有 pkexec</translation>
    </message>
    <message>
        <source>there is no such file or folder on this computer</source>
        <translation>本机没有这样的文件或文件夹</translation>
    </message>
    <message>
        <source>there is no {name} on this computer</source>
        <translation>本机没有 {name}</translation>
    </message>
    <message>
        <source>this QEMU cannot share folders by 9p</source>
        <translation>此 QEMU 不能通过 9p 共享文件夹</translation>
    </message>
    <message>
        <source>this QEMU was built without its sandbox</source>
        <translation>此 QEMU 构建时没有沙箱</translation>
    </message>
    <message>
        <source>this computer has no address {host_ip}</source>
        <translation>本机没有地址 {host_ip}</translation>
    </message>
    <message>
        <source>this computer has not enough free memory</source>
        <translation>本机没有足够的可用内存</translation>
    </message>
    <message>
        <source>this computer has {cpus}</source>
        <translation>本机有 {cpus}</translation>
    </message>
    <message>
        <source>this computer has {memory} MiB</source>
        <translation>本机有 {memory} MiB</translation>
    </message>
    <message>
        <source>this user may not listen there</source>
        <translation>此用户不能在那里监听</translation>
    </message>
    <message>
        <source>was not tried</source>
        <translation>没有尝试</translation>
    </message>
    <message>
        <source>what answers on its port does not know the machine&apos;s key</source>
        <translation>在它端口上应答的程序不知道虚拟机的密钥</translation>
    </message>
    <message>
        <source>what answers there has another key than the machine</source>
        <translation>在那里应答的程序的密钥与虚拟机不同</translation>
    </message>
    <message>
        <source>what was found is not QEMU; it says {first}</source>
        <translation>找到的不是 QEMU；它说 {first}</translation>
    </message>
    <message>
        <source>{accelerator} cannot run it (internal-error)</source>
        <translation>{accelerator} 无法运行它（internal-error）</translation>
    </message>
    <message>
        <source>{accelerator} did not run it within {limit} s</source>
        <translation>{accelerator} 未在 {limit} 秒内运行它</translation>
    </message>
    <message>
        <source>{address} answers in {value} ms</source>
        <translation>{address} 在 {value} 毫秒内应答</translation>
    </message>
    <message>
        <source>{address} answers {answer}</source>
        <translation>{address} 应答 {answer}</translation>
    </message>
    <message>
        <source>{arguments} does not end</source>
        <translation>{arguments} 没有结束</translation>
    </message>
    <message>
        <source>{available} MiB are free, and the machine may take {wanted} MiB</source>
        <translation>可用 {available} MiB，而虚拟机最多占用 {wanted} MiB</translation>
    </message>
    <message>
        <source>{available} MiB free</source>
        <translation>可用 {available} MiB</translation>
    </message>
    <message>
        <source>{chosen} holds no {manifest}</source>
        <translation>{chosen} 中没有 {manifest}</translation>
    </message>
    <message>
        <source>{command} ended with status {code}</source>
        <translation>{command} 以状态 {code} 结束</translation>
    </message>
    <message>
        <source>{command} took longer than {timeout} s</source>
        <translation>{command} 用时超过 {timeout} 秒</translation>
    </message>
    <message>
        <source>{cpus} CPUs</source>
        <translation>{cpus} 个 CPU</translation>
    </message>
    <message>
        <source>{cpus}, {memory} of memory, {disk} of disk</source>
        <translation>{cpus}，{memory} 内存，{disk} 磁盘</translation>
    </message>
    <message>
        <source>{disk} has not the size that its manifest says</source>
        <translation>{disk} 的大小与其清单不符</translation>
    </message>
    <message>
        <source>{done} wrong entries are left</source>
        <translation>还有 {done} 个错误条目</translation>
    </message>
    <message>
        <source>{error}. The machine is back at {version}, with all its data</source>
        <translation>{error}。虚拟机已回到 {version}，数据完整</translation>
    </message>
    <message>
        <source>{forwards} open</source>
        <translation>{forwards} 个已打开</translation>
    </message>
    <message>
        <source>{found} of its tables&apos; entries are wrong</source>
        <translation>其表中有 {found} 个错误条目</translation>
    </message>
    <message>
        <source>{found} parts of {path} could not be read</source>
        <translation>{path} 的 {found} 个部分无法读取</translation>
    </message>
    <message>
        <source>{freed} MiB of disk went back to this computer.</source>
        <translation>{freed} MiB 磁盘空间已归还本机。</translation>
    </message>
    <message>
        <source>{free} MiB free where {place} lies</source>
        <translation>{place} 所在位置可用 {free} MiB</translation>
    </message>
    <message>
        <source>{free} MiB of {size} MiB free</source>
        <translation>{size} MiB 中可用 {free} MiB</translation>
    </message>
    <message>
        <source>{home} does not exist yet</source>
        <translation>{home} 尚不存在</translation>
    </message>
    <message>
        <source>{home}, open to this user only</source>
        <translation>{home}，仅对此用户开放</translation>
    </message>
    <message>
        <source>{idle_stop} is less than nothing</source>
        <translation>{idle_stop} 小于零</translation>
    </message>
    <message>
        <source>{manifest} does not list {name}</source>
        <translation>{manifest} 没有列出 {name}</translation>
    </message>
    <message>
        <source>{manifest} is not its first file</source>
        <translation>{manifest} 不是其中的第一个文件</translation>
    </message>
    <message>
        <source>{manifest} names {name}</source>
        <translation>{manifest} 列出了 {name}</translation>
    </message>
    <message>
        <source>{name} after {seconds} s</source>
        <translation>{name}（{seconds} 秒）</translation>
    </message>
    <message>
        <source>{name} claims to have {size} bytes</source>
        <translation>{name} 声称有 {size} 字节</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, not {size2}</source>
        <translation>{name} 有 {size} 字节，而不是 {size2}</translation>
    </message>
    <message>
        <source>{name} is damaged: its SHA-256 is not that of its manifest</source>
        <translation>{name} 已损坏：其 SHA-256 与清单不符</translation>
    </message>
    <message>
        <source>{name} is not the file that was built (its SHA-256 is {found})</source>
        <translation>{name} 不是构建的文件（其 SHA-256 是 {found}）</translation>
    </message>
    <message>
        <source>{name} is not where it has to be</source>
        <translation>{name} 不在应在的位置</translation>
    </message>
    <message>
        <source>{part} does not say on which address</source>
        <translation>{part} 没有说明地址</translation>
    </message>
    <message>
        <source>{path} belongs to another user</source>
        <translation>{path} 属于其他用户</translation>
    </message>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} 不存在</translation>
    </message>
    <message>
        <source>{path} exists</source>
        <translation>{path} 已存在</translation>
    </message>
    <message>
        <source>{path} is open to others ({mode})</source>
        <translation>{path} 对他人开放（{mode}）</translation>
    </message>
    <message>
        <source>{pid} (pid {pid2})</source>
        <translation>{pid}（pid {pid2}）</translation>
    </message>
    <message>
        <source>{port} is not a port</source>
        <translation>{port} 不是端口</translation>
    </message>
    <message>
        <source>{program} is QEMU {text}, and a machine needs {least_version}.{least_version2}</source>
        <translation>{program} 是 QEMU {text}，而虚拟机需要 {least_version}.{least_version2}</translation>
    </message>
    <message>
        <source>{real} is not a folder</source>
        <translation>{real} 不是文件夹</translation>
    </message>
    <message>
        <source>{shares} through {transport}</source>
        <translation>{shares} 个，通过 {transport}</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} 字节</translation>
    </message>
    <message>
        <source>{size}, takes {on_host} MiB of this computer</source>
        <translation>{size}，占用本机 {on_host} MiB</translation>
    </message>
    <message>
        <source>{state} cannot be read</source>
        <translation>无法读取 {state}</translation>
    </message>
    <message>
        <source>{text} is no address</source>
        <translation>{text} 不是地址</translation>
    </message>
    <message>
        <source>{version} with engine {engine}, {size} MiB, as it was built</source>
        <translation>{version}，引擎 {engine}，{size} MiB，与构建时一致</translation>
    </message>
    <message>
        <source>{wanted} is not shared with the machine</source>
        <translation>{wanted} 没有与虚拟机共享</translation>
    </message>
    <message>
        <source>Resuming the machine</source>
        <translation>正在继续运行虚拟机</translation>
    </message>
    <message>
        <source>Cannot resume the machine</source>
        <translation>无法继续运行虚拟机</translation>
    </message>
    <message>
        <source>Cannot change the engine&apos;s settings</source>
        <translation>无法更改引擎设置</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>镜像仓库</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>虚拟机</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine.</source>
        <translation>虚拟机下次启动时生效。</translation>
    </message>
    <message>
        <source>Proxy for http</source>
        <translation>http 代理</translation>
    </message>
    <message>
        <source>The machine pulls images through it. Empty follows this computer.</source>
        <translation>虚拟机通过它拉取镜像。留空则跟随此计算机。</translation>
    </message>
    <message>
        <source>Proxy for https</source>
        <translation>https 代理</translation>
    </message>
    <message>
        <source>Empty follows this computer, or is the one for http.</source>
        <translation>留空则跟随此计算机，或使用 http 的代理。</translation>
    </message>
    <message>
        <source>Reached without proxy</source>
        <translation>不经代理访问</translation>
    </message>
    <message>
        <source>Names, domains and ranges, with commas between them.</source>
        <translation>名称、域名和网段，以逗号分隔。</translation>
    </message>
    <message>
        <source>Mirrors of Docker Hub</source>
        <translation>Docker Hub 镜像站</translation>
    </message>
    <message>
        <source>Asked first, in this order.</source>
        <translation>优先查询，按此顺序。</translation>
    </message>
    <message>
        <source>Registries without TLS</source>
        <translation>不使用 TLS 的镜像仓库</translation>
    </message>
    <message>
        <source>What goes to and from them can be read and changed on its way.</source>
        <translation>与它们之间传输的内容可能在途中被读取和篡改。</translation>
    </message>
    <message>
        <source>Certificates of registries</source>
        <translation>镜像仓库的证书</translation>
    </message>
    <message>
        <source>A shared folder in which HOST:PORT/ca.crt is the certificate authority of a registry.</source>
        <translation>共享文件夹，其中 HOST:PORT/ca.crt 是镜像仓库的证书颁发机构。</translation>
    </message>
    <message>
        <source>Open the machine&apos;s resources</source>
        <translation>打开虚拟机的资源设置</translation>
    </message>
    <message>
        <source>CPUs, memory, disk and sleep when idle are on the Machine page.</source>
        <translation>CPU、内存、磁盘和空闲休眠在“虚拟机”页面上。</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Restart the machine…</source>
        <translation>重启虚拟机…</translation>
    </message>
    <message>
        <source>Settings that wait</source>
        <translation>待生效的设置</translation>
    </message>
    <message>
        <source>The machine has been running since before they were changed.</source>
        <translation>更改这些设置之前，虚拟机已在运行。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine</source>
        <translation>虚拟机下次启动时生效</translation>
    </message>
    <message>
        <source>Changing the engine&apos;s settings</source>
        <translation>正在更改引擎设置</translation>
    </message>
    <message>
        <source>{engine} answers at {address}</source>
        <translation>{engine} 在 {address} 有响应</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>It does not answer at {address}</source>
        <translation>在 {address} 没有响应</translation>
    </message>
    <message>
        <source>Start it: {command}</source>
        <translation>启动它：{command}</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>You may use the engine without a password</source>
        <translation>无需密码即可使用引擎</translation>
    </message>
    <message>
        <source>This user may not use {address}</source>
        <translation>此用户无权使用 {address}</translation>
    </message>
    <message>
        <source>Join its group, then log in again: {command}</source>
        <translation>加入其用户组，然后重新登录：{command}</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{folder} 中可用 {size}</translation>
    </message>
    <message>
        <source>Make room there, or give the engine another folder: data-root in {file}</source>
        <translation>请在那里腾出空间，或为引擎指定其他文件夹：{file} 中的 data-root</translation>
    </message>
    <message>
        <source>{size} in this computer</source>
        <translation>此计算机中有 {size}</translation>
    </message>
    <message>
        <source>Run few containers at a time, and limit their memory.</source>
        <translation>请同时只运行少量容器，并限制其内存。</translation>
    </message>
    <message>
        <source>Warnings of the engine</source>
        <translation>引擎的警告</translation>
    </message>
    <message>
        <source>It has none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Containers run all the same.</source>
        <translation>容器仍可运行。</translation>
    </message>
    <message>
        <source>Docker command</source>
        <translation>docker 命令</translation>
    </message>
    <message>
        <source>It is not installed; the davit command does the same</source>
        <translation>未安装；davit 命令可完成同样的工作</translation>
    </message>
    <message>
        <source>It leads to this engine</source>
        <translation>它指向此引擎</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>无处</translation>
    </message>
    <message>
        <source>It leads to {address}</source>
        <translation>它指向 {address}</translation>
    </message>
    <message>
        <source>DOCKER_HOST says so. Unset it, then let docker use this engine.</source>
        <translation>这是由 DOCKER_HOST 指定的。请取消设置，然后让 docker 使用此引擎。</translation>
    </message>
    <message>
        <source>Let it use this engine with the button below, or leave it as it is.</source>
        <translation>用下面的按钮让它使用此引擎，或保持原样。</translation>
    </message>
    <message>
        <source>Folder of its data</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>控制组</translation>
    </message>
    <message>
        <source>To change them</source>
        <translation>更改方法</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}. Containers go on meanwhile. Certificates of registries belong into {folder}.</source>
        <translation>以 root 身份编辑 {file}，然后重启引擎：{command}。期间容器继续运行。镜像仓库的证书应放在 {folder} 中。</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}.</source>
        <translation>以 root 身份编辑 {file}，然后重启引擎：{command}。</translation>
    </message>
    <message>
        <source>This engine&apos;s own documentation tells how.</source>
        <translation>请参阅此引擎自己的文档。</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>下载 {name}</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>下载到文件夹</translation>
    </message>
    <message>
        <source>Download {name} as tar</source>
        <translation>将 {name} 下载为 tar</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>正在下载 {name}</translation>
    </message>
    <message>
        <source>Cannot download {name}</source>
        <translation>无法下载 {name}</translation>
    </message>
    <message>
        <source>Downloaded {name}</source>
        <translation>已下载 {name}</translation>
    </message>
    <message>
        <source>Upload to {path}</source>
        <translation>上传到 {path}</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>替换文件</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s) in {path}?</source>
        <translation>
            <numerusform>替换 {path} 中的 %n 个文件？</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading {name}</source>
        <translation>正在上传 {name}</translation>
    </message>
    <message>
        <source>Cannot upload {name}</source>
        <translation>无法上传 {name}</translation>
    </message>
    <message>
        <source>Uploaded {name} to {path}</source>
        <translation>已将 {name} 上传到 {path}</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新建文件</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>正在创建 {name}</translation>
    </message>
    <message>
        <source>Cannot make {name}</source>
        <translation>无法创建 {name}</translation>
    </message>
    <message>
        <source>Name of the new folder in {path}</source>
        <translation>{path} 中新文件夹的名称</translation>
    </message>
    <message>
        <source>Name of the new file in {path}</source>
        <translation>{path} 中新文件的名称</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New name of {name}</source>
        <translation>{name} 的新名称</translation>
    </message>
    <message>
        <source>Delete {path}?</source>
        <translation>删除 {path}？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)?</source>
        <translation>
            <numerusform>删除 %n 个文件？</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are deleted with all they hold.</source>
        <translation>文件夹会连同其中所有内容一起删除。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Cannot use the name {name}</source>
        <translation>无法使用名称 {name}</translation>
    </message>
    <message>
        <source>A name is a single one, without a slash</source>
        <translation>名称须是单个名称，不含斜杠</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Hides</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>浪费</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Hides {bytes} of lower layers</source>
        <translation>遮盖了下层的 {bytes}</translation>
    </message>
    <message>
        <source>{bytes} of this layer are hidden by higher ones</source>
        <translation>此层有 {bytes} 被上层遮盖</translation>
    </message>
    <message>
        <source>Cannot read {path}</source>
        <translation>无法读取 {path}</translation>
    </message>
    <message>
        <source>Back to the files (Esc)</source>
        <translation>返回文件列表 (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>重新读取 (F5)</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>Search this file  (Ctrl+F)</source>
        <translation>在此文件中搜索  (Ctrl+F)</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Save or discard them.</source>
        <translation>有尚未保存的更改。请保存或放弃。</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>the first {size} as hex</source>
        <translation>前 {size}，以十六进制显示</translation>
    </message>
    <message>
        <source>Cannot save {path}</source>
        <translation>无法保存 {path}</translation>
    </message>
    <message>
        <source>It has characters that {encoding} cannot hold</source>
        <translation>其中含有 {encoding} 无法表示的字符</translation>
    </message>
    <message>
        <source>It is larger than {size}</source>
        <translation>它大于 {size}</translation>
    </message>
    <message>
        <source>Saving {path}</source>
        <translation>正在保存 {path}</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Save again to replace it, or discard your changes to see it.</source>
        <translation>文件在读取之后已被更改。再次保存可替换它，放弃更改可查看它。</translation>
    </message>
    <message>
        <source>Only the first {size} are shown.</source>
        <translation>仅显示前 {size}。</translation>
    </message>
    <message>
        <source>Go to a path, such as /etc</source>
        <translation>转到路径，例如 /etc</translation>
    </message>
    <message>
        <source>Path to go to</source>
        <translation>要转到的路径</translation>
    </message>
    <message>
        <source>Filter  (Ctrl+F)</source>
        <translation>筛选  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter the files that are open</source>
        <translation>筛选已展开的文件</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>上传…</translation>
    </message>
    <message>
        <source>Upload files into the selected folder; or drop them on it</source>
        <translation>将文件上传到所选文件夹；也可拖放到其上</translation>
    </message>
    <message>
        <source>This engine cannot list files</source>
        <translation>此引擎无法列出文件</translation>
    </message>
    <message>
        <source>Only Davit&apos;s own engine can. Others copy them out as a whole.</source>
        <translation>只有 Davit 自己的引擎可以。其他引擎只能整体复制出来。</translation>
    </message>
    <message>
        <source>Cannot go to {path}</source>
        <translation>无法转到 {path}</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n file(s)</source>
        <translation>
            <numerusform>筛选条件隐藏了 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>It looks through the folders that are open.</source>
        <translation>仅在已展开的文件夹中查找。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n path(s)</source>
        <translation>
            <numerusform>已复制 %n 个路径</numerusform>
        </translation>
    </message>
    <message>
        <source>Download as tar…</source>
        <translation>下载为 tar…</translation>
    </message>
    <message>
        <source>Upload here…</source>
        <translation>上传到此处…</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>新建文件…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Show more of this folder…</source>
        <translation>显示此文件夹的更多内容…</translation>
    </message>
    <message>
        <source>Empty folder</source>
        <translation>空文件夹</translation>
    </message>
    <message>
        <source>Volume {name}</source>
        <translation>卷 {name}</translation>
    </message>
    <message>
        <source>Folder of the host: {path}</source>
        <translation>主机文件夹：{path}</translation>
    </message>
    <message>
        <source>In memory (tmpfs)</source>
        <translation>在内存中 (tmpfs)</translation>
    </message>
    <message>
        <source>Mount of kind {kind}</source>
        <translation>{kind} 类型的挂载</translation>
    </message>
    <message>
        <source>{mount}, read-only</source>
        <translation>{mount}，只读</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Deleted since the image</source>
        <translation>相对镜像已删除</translation>
    </message>
    <message>
        <source>Filter by name, image, state, port, label  (Ctrl+F)</source>
        <translation>按名称、镜像、状态、端口、标签筛选  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter containers</source>
        <translation>筛选容器</translation>
    </message>
    <message>
        <source>Show containers: {which}</source>
        <translation>显示容器：{which}</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一个结果 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一个结果 (F3)</translation>
    </message>
    <message>
        <source>Creating the container</source>
        <translation>正在创建容器</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Waiting for its page</source>
        <translation>正在等待其页面</translation>
    </message>
    <message>
        <source>The container runs, but {address} does not answer</source>
        <translation>容器在运行，但 {address} 没有应答</translation>
    </message>
    <message>
        <source>This engine does not hold {image}, which comes with Davit&apos;s own engine</source>
        <translation>此引擎中没有 {image}，它随 Davit 自己的引擎提供</translation>
    </message>
    <message>
        <source>Running your first container</source>
        <translation>正在运行您的第一个容器</translation>
    </message>
    <message>
        <source>Cannot run your first container</source>
        <translation>无法运行您的第一个容器</translation>
    </message>
    <message>
        <source>No containers yet</source>
        <translation>还没有容器</translation>
    </message>
    <message>
        <source>A container is a program with all it needs, apart from the rest of your computer. This one is a small web page that came with Davit: it needs no network.</source>
        <translation>容器是一个带有所需一切的程序，与计算机的其余部分隔离。这个容器是 Davit 自带的小网页，无需网络。</translation>
    </message>
    <message>
        <source>Run your first container</source>
        <translation>运行您的第一个容器</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>cached</source>
        <comment>a step of a build</comment>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Back to the builds (Alt+Left)</source>
        <translation>返回构建 (Alt+Left)</translation>
    </message>
    <message>
        <source>Cancel build</source>
        <translation>取消构建</translation>
    </message>
    <message>
        <source>Build again…</source>
        <translation>再次构建…</translation>
    </message>
    <message>
        <source>Show image</source>
        <translation>显示镜像</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>构建</translation>
    </message>
    <message>
        <source>Show what all steps print</source>
        <translation>显示所有步骤的输出</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>Show line {line} of the Dockerfile</source>
        <translation>显示 Dockerfile 的第 {line} 行</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>第 {line} 行：{problem}</translation>
    </message>
    <message>
        <source>Dockerfile ({count})</source>
        <translation>Dockerfile ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>stage {name}</source>
        <translation>阶段 {name}</translation>
    </message>
    <message>
        <source>{size} received</source>
        <translation>已接收 {size}</translation>
    </message>
    <message>
        <source>{over} of {all} steps</source>
        <translation>{over} / {all} 步</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>仅 {name}</translation>
    </message>
    <message>
        <source>{words}. Show what all steps print</source>
        <translation>{words}。显示所有步骤的输出</translation>
    </message>
    <message>
        <source>(nothing is told)</source>
        <translation>（未提供）</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <comment>a length of time</comment>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Back to the images (Alt+Left)</source>
        <translation>返回镜像列表 (Alt+Left)</translation>
    </message>
    <message>
        <source>Pull the update</source>
        <translation>拉取更新</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>推送…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Containers made from this image</source>
        <translation>由此镜像创建的容器</translation>
    </message>
    <message>
        <source>No container is made from this image</source>
        <translation>没有由此镜像创建的容器</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>还有 {names}</translation>
    </message>
    <message>
        <source>Used by {who}</source>
        <translation>使用者：{who}</translation>
    </message>
    <message>
        <source>Used by ({count})</source>
        <translation>使用者 ({count})</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>无法读取镜像</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>检查更新</translation>
    </message>
    <message>
        <source>Delete a name</source>
        <translation>删除名称</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a layer</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>In layer</source>
        <translation>所在层</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>deleted by layer {number}</source>
        <translation>被第 {number} 层删除</translation>
    </message>
    <message>
        <source>replaced by layer {number}</source>
        <translation>被第 {number} 层替换</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {removed} removed</source>
        <translation>新增 {added}，更改 {changed}，移除 {removed}</translation>
    </message>
    <message>
        <source>Find files  (Ctrl+F)</source>
        <translation>查找文件  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find files of this layer</source>
        <translation>在此层中查找文件</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>显示：{what}</translation>
    </message>
    <message>
        <source>Files of the layer</source>
        <translation>该层的文件</translation>
    </message>
    <message>
        <source>Wasted files of all layers</source>
        <translation>所有层中浪费的文件</translation>
    </message>
    <message>
        <source>Cannot read the layers</source>
        <translation>无法读取各层</translation>
    </message>
    <message>
        <source>This engine does not tell the files of layers</source>
        <translation>此引擎不提供各层的文件</translation>
    </message>
    <message>
        <source>Davit&apos;s own engine does. The History tab shows the steps and their sizes.</source>
        <translation>Davit 自己的引擎可以提供。“历史”标签页显示各步骤及其大小。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer ended too early.</source>
        <translation>引擎的应答过早结束。</translation>
    </message>
    <message>
        <source>{wasted} of {size} wasted ({part})</source>
        <translation>{size} 中浪费 {wasted}（{part}）</translation>
    </message>
    <message>
        <source>Nothing wasted: every file of the layers is seen</source>
        <translation>没有浪费：各层的每个文件都可见</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, sums are of all</source>
        <translation>
            <numerusform>省略了 %n 行，合计包含全部</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wasted</source>
        <translation>没有浪费</translation>
    </message>
    <message>
        <source>No file of this layer matches</source>
        <translation>此层没有匹配的文件</translation>
    </message>
    <message>
        <source>This layer has no files</source>
        <translation>此层没有文件</translation>
    </message>
    <message>
        <source>{names}, update available</source>
        <translation>{names}，有可用更新</translation>
    </message>
    <message>
        <source>Dangling: no name leads to this image</source>
        <translation>悬空：没有名称指向此镜像</translation>
    </message>
    <message>
        <source>{name}: update available</source>
        <translation>{name}：有可用更新</translation>
    </message>
    <message>
        <source>No answer about updates: {why}</source>
        <translation>未得到更新信息：{why}</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing shared with other images</source>
        <translation>不与其他镜像共享</translation>
    </message>
    <message>
        <source>{unique} of its own, {shared} shared with other images</source>
        <translation>独占 {unique}，与其他镜像共享 {shared}</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>独占</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>a newer image is there: click to pull it</comment>
        <translation>更新</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Tag an image</source>
        <translation>为镜像添加标签</translation>
    </message>
    <message>
        <source>Another name for {name} ({id})</source>
        <translation>{name} ({id}) 的另一个名称</translation>
    </message>
    <message>
        <source>name:tag, or registry.example.com/name:tag</source>
        <translation>name:tag 或 registry.example.com/name:tag</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Tag image</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Import as image</source>
        <translation>导入为镜像</translation>
    </message>
    <message>
        <source>The files in {file} become an image with one layer.</source>
        <translation>{file} 中的文件将成为只有一层的镜像。</translation>
    </message>
    <message>
        <source>Import image</source>
        <translation>导入镜像</translation>
    </message>
    <message>
        <source>What its containers run. It may stay empty.</source>
        <translation>其容器运行的命令。可以留空。</translation>
    </message>
    <message>
        <source>Another image has this name and would lose it</source>
        <translation>另一个镜像已使用此名称，将会失去它</translation>
    </message>
    <message>
        <source>A quote in the command is not closed</source>
        <translation>命令中的引号没有闭合</translation>
    </message>
    <message>
        <source>Prune unused images</source>
        <translation>清理未使用的镜像</translation>
    </message>
    <message>
        <source>Dangling only ({count})</source>
        <translation>仅悬空 ({count})</translation>
    </message>
    <message>
        <source>All unused ({count})</source>
        <translation>所有未使用 ({count})</translation>
    </message>
    <message>
        <source>Images to delete</source>
        <translation>要删除的镜像</translation>
    </message>
    <message>
        <source>There is nothing to delete</source>
        <translation>没有可删除的内容</translation>
    </message>
    <message>
        <source>{bytes} come free on the disk</source>
        <translation>将释放 {bytes} 磁盘空间</translation>
    </message>
    <message>
        <source>Up to {bytes} come free on the disk</source>
        <translation>最多将释放 {bytes} 磁盘空间</translation>
    </message>
    <message>
        <source>No container uses them. What they share with images that stay is kept.</source>
        <translation>没有容器使用它们。与保留的镜像共享的内容会保留。</translation>
    </message>
    <message>
        <source>No name leads to them and no container uses them.</source>
        <translation>没有名称指向它们，也没有容器使用它们。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)</source>
        <translation>
            <numerusform>删除 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s)</source>
        <translation>
            <numerusform>已删除 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the name {name}</source>
        <translation>正在删除名称 {name}</translation>
    </message>
    <message>
        <source>Cannot delete the name {name}</source>
        <translation>无法删除名称 {name}</translation>
    </message>
    <message>
        <source>Deleted the name {name}</source>
        <translation>已删除名称 {name}</translation>
    </message>
    <message>
        <source>Cannot tell what is unused</source>
        <translation>无法确定哪些未使用</translation>
    </message>
    <message>
        <source>What is unused has changed: please look again</source>
        <translation>未使用的内容已变化：请重新查看</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s): {bytes} came free</source>
        <translation>
            <numerusform>已删除 %n 个镜像：释放了 {bytes}</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting unused images</source>
        <translation>正在删除未使用的镜像</translation>
    </message>
    <message>
        <source>Cannot delete unused images</source>
        <translation>无法删除未使用的镜像</translation>
    </message>
    <message>
        <source>Pulling {name}</source>
        <translation>正在拉取 {name}</translation>
    </message>
    <message>
        <source>Cannot pull {name}</source>
        <translation>无法拉取 {name}</translation>
    </message>
    <message>
        <source>Pulled {name}</source>
        <translation>已拉取 {name}</translation>
    </message>
    <message>
        <source>Pushed {name}</source>
        <translation>已推送 {name}</translation>
    </message>
    <message>
        <source>None of these images came from a registry</source>
        <translation>这些镜像都不是来自镜像仓库</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n image(s) for updates</source>
        <translation>
            <numerusform>正在检查 %n 个镜像的更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot check for updates</source>
        <translation>无法检查更新</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) available</source>
        <translation>
            <numerusform>%n 个可用更新</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>没有更新</translation>
    </message>
    <message numerus="yes">
        <source>{updates}; no answer about %n image(s)</source>
        <translation>
            <numerusform>{updates}；%n 个镜像未得到答复</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging {name}</source>
        <translation>正在为 {name} 添加标签</translation>
    </message>
    <message>
        <source>Cannot give {image} the name {name}</source>
        <translation>无法为 {image} 添加名称 {name}</translation>
    </message>
    <message>
        <source>Tagged {name}</source>
        <translation>已添加标签 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>保存 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Image archives (*.tar)</source>
        <translation>镜像归档 (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} written</source>
        <translation>已写入 {bytes}</translation>
    </message>
    <message>
        <source>Saving {what}</source>
        <translation>正在保存 {what}</translation>
    </message>
    <message>
        <source>Cannot save {what}</source>
        <translation>无法保存 {what}</translation>
    </message>
    <message>
        <source>Saved {what}: {bytes}</source>
        <translation>已保存 {what}：{bytes}</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>加载镜像</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst)</source>
        <translation>镜像归档 (*.tar *.tar.gz *.tgz *.tar.zst)</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <comment>bytes</comment>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Loaded {name}</source>
        <translation>已加载 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n image(s)</source>
        <translation>
            <numerusform>已加载 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>正在加载 {file}</translation>
    </message>
    <message>
        <source>Cannot load {file}</source>
        <translation>无法加载 {file}</translation>
    </message>
    <message>
        <source>Import files as image</source>
        <translation>将文件导入为镜像</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>正在导入 {file}</translation>
    </message>
    <message>
        <source>Imported {name}</source>
        <translation>已导入 {name}</translation>
    </message>
    <message>
        <source>Only what docker save, davit save or another image tool wrote is loaded.</source>
        <translation>只能加载由 docker save、davit save 或其他镜像工具写入的文件。</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Dangling</source>
        <translation>悬空</translation>
    </message>
    <message>
        <source>Load, check for updates…</source>
        <translation>加载、检查更新…</translation>
    </message>
    <message>
        <source>Prune unused…</source>
        <translation>清理未使用的…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>拉取…</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>还没有镜像</translation>
    </message>
    <message>
        <source>An image is what containers are made from. Images come from a registry, are built, or are loaded from a file: drop one here.</source>
        <translation>镜像是创建容器的基础。镜像来自镜像仓库、经构建得到，或从文件加载：可将文件拖放到此处。</translation>
    </message>
    <message>
        <source>Pull an image</source>
        <translation>拉取镜像</translation>
    </message>
    <message>
        <source>Filter by name, id or container  (Ctrl+F)</source>
        <translation>按名称、ID 或容器筛选  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>筛选镜像</translation>
    </message>
    <message>
        <source>Show images: {which}</source>
        <translation>显示镜像：{which}</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>加载…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Check once whenever Davit shows this page</source>
        <translation>每次 Davit 显示此页面时检查一次</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n image(s)</source>
        <translation>
            <numerusform>筛选条件隐藏了 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} on the disk</source>
        <translation>占用磁盘 {bytes}</translation>
    </message>
    <message numerus="yes">
        <source>%n unused</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n 个未使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>images</comment>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Open container</source>
        <translation>打开容器</translation>
    </message>
    <message>
        <source>Show the image</source>
        <translation>显示镜像</translation>
    </message>
    <message>
        <source>Show the network</source>
        <translation>显示网络</translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation>显示卷</translation>
    </message>
    <message>
        <source>Browse the files</source>
        <translation>浏览文件</translation>
    </message>
    <message>
        <source>Inspect, as sections</source>
        <translation>检查，分节显示</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Inspect, as JSON</source>
        <translation>检查，以 JSON 显示</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>易读</translation>
    </message>
    <message>
        <source>Search  (Ctrl+F)</source>
        <translation>搜索  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the inspect document</source>
        <translation>在检查文档中搜索</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Reveal secrets</source>
        <translation>显示机密</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Cover secrets</source>
        <translation>遮盖机密</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>复制名称和值</translation>
    </message>
    <message>
        <source>Reveal or cover</source>
        <translation>显示或遮盖</translation>
    </message>
    <message>
        <source>Fold or unfold (Alt+Return)</source>
        <translation>折叠或展开 (Alt+Return)</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n layer(s)</source>
        <translation>
            <numerusform>{done} / %n 层</numerusform>
        </translation>
    </message>
    <message>
        <source>{layers}, {done} of {total}</source>
        <comment>bytes</comment>
        <translation>{layers}，{done} / {total}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n row(s)</source>
        <translation>
            <numerusform>筛选条件隐藏了 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Position in the log</source>
        <translation>日志中的位置</translation>
    </message>
    <message>
        <source>Position in the lines</source>
        <translation>行中的位置</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>不显示时间</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Full date and time (UTC)</source>
        <translation>完整日期和时间 (UTC)</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>距今多久</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Debugging</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Lines without a level</source>
        <translation>无级别的行</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>标准错误</translation>
    </message>
    <message>
        <source>Containers and streams</source>
        <translation>容器与流</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>在日志中查找 (Ctrl+F)</translation>
    </message>
    <message>
        <source>“disk AND NOT full” finds lines that have the one and not the other; “AND NOT debug” finds all but some.</source>
        <translation>“disk AND NOT full”查找含前者而不含后者的行；“AND NOT debug”查找除某些行外的所有行。</translation>
    </message>
    <message>
        <source>Matching lines</source>
        <translation>匹配的行</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter, Shift+F3)</source>
        <translation>上一个匹配 (Shift+Enter, Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (Enter, F3)</source>
        <translation>下一个匹配 (Enter, F3)</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Show only lines that match</source>
        <translation>仅显示匹配的行</translation>
    </message>
    <message>
        <source>Lines shown around each match</source>
        <translation>每个匹配前后显示的行</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Only lines from some time</source>
        <translation>仅显示某段时间的行</translation>
    </message>
    <message>
        <source>Spread lines of JSON</source>
        <translation>展开 JSON 行</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行换行</translation>
    </message>
    <message>
        <source>Times before the lines</source>
        <translation>在行首显示时间</translation>
    </message>
    <message>
        <source>Follow: stay at the newest line</source>
        <translation>跟随：停留在最新的行</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>清空视图</translation>
    </message>
    <message>
        <source>Copy the selection, or everything shown</source>
        <translation>复制所选内容，或显示的全部内容</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>保存到文件</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>前后各 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Matching lines only</source>
        <translation>仅匹配的行</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>保存为文本…</translation>
    </message>
    <message>
        <source>Save with times…</source>
        <translation>连同时间保存…</translation>
    </message>
    <message>
        <source>Save with times and colour codes…</source>
        <translation>连同时间和颜色代码保存…</translation>
    </message>
    <message>
        <source>Save exactly as written, with colour codes…</source>
        <translation>原样保存，包含颜色代码…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>所有容器</translation>
    </message>
    <message>
        <source>No container</source>
        <translation>没有容器</translation>
    </message>
    <message>
        <source>No stream</source>
        <translation>没有流</translation>
    </message>
    <message>
        <source>{count} of {all} containers</source>
        <translation>{count} / {all} 个容器</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>无匹配</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) hidden</source>
        <translation>
            <numerusform>⋯ 已隐藏 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>… {size} more. Show all</source>
        <translation>… 还有 {size}。显示全部</translation>
    </message>
    <message>
        <source>… {size} more. Show {part} of it</source>
        <translation>… 还有 {size}。显示其中的 {part}</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of {name} may be missing here</source>
        <translation>此处可能缺少 {name} 的行</translation>
    </message>
    <message>
        <source>Lines may be missing here</source>
        <translation>此处可能缺少行</translation>
    </message>
    <message>
        <source>{name} started {when}</source>
        <translation>{name} 启动于 {when}</translation>
    </message>
    <message>
        <source>Started {when}</source>
        <translation>启动于 {when}</translation>
    </message>
    <message>
        <source>{name} ended {when} with exit code {code}</source>
        <translation>{name} 结束于 {when}，退出代码 {code}</translation>
    </message>
    <message>
        <source>{name} ended {when}</source>
        <translation>{name} 结束于 {when}</translation>
    </message>
    <message>
        <source>Ended {when} with exit code {code}</source>
        <translation>结束于 {when}，退出代码 {code}</translation>
    </message>
    <message>
        <source>Ended {when}</source>
        <translation>结束于 {when}</translation>
    </message>
    <message>
        <source>10m, 14:30, 2026-11-21 14:30</source>
        <comment>example times</comment>
        <translation>10m, 14:30, 2026-11-21 14:30</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Show lines of any time</source>
        <translation>显示任何时间的行</translation>
    </message>
    <message>
        <source>What is wrong with the times</source>
        <translation>时间有什么问题</translation>
    </message>
    <message>
        <source>The first time is later than the second.</source>
        <translation>第一个时间晚于第二个。</translation>
    </message>
    <message>
        <source>Spread or fold this JSON (Enter)</source>
        <translation>展开或折叠此 JSON (Enter)</translation>
    </message>
    <message>
        <source>Click to open in the browser</source>
        <translation>点击在浏览器中打开</translation>
    </message>
    <message>
        <source>Log in to {registry}</source>
        <translation>登录 {registry}</translation>
    </message>
    <message>
        <source>The login is kept where docker keeps it, so that docker and davit on this computer are logged in too. Where a registry offers access tokens, use one in place of the password.</source>
        <translation>登录信息保存在 docker 保存的位置，因此此计算机上的 docker 和 davit 也会登录。如果镜像仓库提供访问令牌，请用它代替密码。</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>密码或令牌</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Cannot log in to {registry}</source>
        <translation>无法登录 {registry}</translation>
    </message>
    <message>
        <source>Logged in to {registry}</source>
        <translation>已登录 {registry}</translation>
    </message>
    <message>
        <source>The password lies unencrypted in {file}. A credential helper of docker keeps it safer.</source>
        <translation>密码未加密地保存在 {file} 中。docker 的凭据助手可更安全地保存它。</translation>
    </message>
    <message>
        <source>Log of {name}</source>
        <translation>{name} 的日志</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <source>{problem} Trying again; the log goes on where it stopped.</source>
        <translation>{problem} 正在重试；日志会从中断处继续。</translation>
    </message>
    <message numerus="yes">
        <source>No line matches; %n line(s) hidden.</source>
        <translation>
            <numerusform>没有匹配的行；已隐藏 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared. New lines appear here.</source>
        <translation>已清空。新行会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing written yet. Lines appear here as the container writes them.</source>
        <translation>尚无内容。容器写入的行会显示在这里。</translation>
    </message>
    <message>
        <source>This container wrote nothing.</source>
        <translation>此容器没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cleared. Show them</source>
        <translation>
            <numerusform>已清空 %n 行。显示它们</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading earlier lines… {count}</source>
        <translation>正在读取更早的行… {count}</translation>
    </message>
    <message>
        <source>Read earlier lines</source>
        <translation>读取更早的行</translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) are no longer kept here</source>
        <translation>
            <numerusform>%n 行旧内容已不再保留在此</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>%n 行新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}. Go to the newest</source>
        <translation>{lines}。转到最新</translation>
    </message>
    <message>
        <source>More than {size} MB is too much for the clipboard. Save the log to a file instead.</source>
        <translation>超过 {size} MB，剪贴板无法容纳。请改为将日志保存到文件。</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Cannot save the log to {path}: {reason}. Try another folder.</source>
        <translation>无法将日志保存到 {path}：{reason}。请换一个文件夹。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Containers whose logs are shown</source>
        <translation>显示其日志的容器</translation>
    </message>
    <message>
        <source>What containers write appears here, that of all of them together.</source>
        <translation>所有容器写入的内容会一起显示在这里。</translation>
    </message>
    <message>
        <source>No container runs</source>
        <translation>没有容器在运行</translation>
    </message>
    <message>
        <source>Logs of containers that have ended can still be read.</source>
        <translation>仍可读取已结束容器的日志。</translation>
    </message>
    <message>
        <source>Show all containers</source>
        <translation>显示所有容器</translation>
    </message>
    <message>
        <source>These containers are gone</source>
        <translation>这些容器已不存在</translation>
    </message>
    <message>
        <source>Running containers</source>
        <translation>运行中的容器</translation>
    </message>
    <message>
        <source>Stack {name}</source>
        <translation>堆栈 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen container(s)</source>
        <translation>
            <numerusform>已选的 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>正在停止虚拟机</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>正在重启虚拟机</translation>
    </message>
    <message>
        <source>Pausing the machine</source>
        <translation>正在暂停虚拟机</translation>
    </message>
    <message>
        <source>Repairing the machine</source>
        <translation>正在修复虚拟机</translation>
    </message>
    <message>
        <source>Resetting the machine</source>
        <translation>正在重置虚拟机</translation>
    </message>
    <message>
        <source>Cannot stop the machine</source>
        <translation>无法停止虚拟机</translation>
    </message>
    <message>
        <source>Cannot restart the machine</source>
        <translation>无法重启虚拟机</translation>
    </message>
    <message>
        <source>Cannot pause the machine</source>
        <translation>无法暂停虚拟机</translation>
    </message>
    <message>
        <source>Cannot repair the machine</source>
        <translation>无法修复虚拟机</translation>
    </message>
    <message>
        <source>Cannot reset the machine</source>
        <translation>无法重置虚拟机</translation>
    </message>
    <message>
        <source>Repair the data disk…</source>
        <translation>修复数据磁盘…</translation>
    </message>
    <message>
        <source>Resume the machine</source>
        <translation>继续运行虚拟机</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Copy the path of its folder</source>
        <translation>复制其文件夹路径</translation>
    </message>
    <message>
        <source>Save diagnostics bundle…</source>
        <translation>保存诊断包…</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>移到其他计算机…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>重置…</translation>
    </message>
    <message>
        <source>Cancel start</source>
        <translation>取消启动</translation>
    </message>
    <message>
        <source>Cancel the start of the machine</source>
        <translation>取消虚拟机的启动</translation>
    </message>
    <message>
        <source>Stop the machine</source>
        <translation>停止虚拟机</translation>
    </message>
    <message>
        <source>Restart the machine</source>
        <translation>重启虚拟机</translation>
    </message>
    <message>
        <source>Waiting for the next start: {settings}.</source>
        <translation>等待下次启动：{settings}。</translation>
    </message>
    <message>
        <source>Stop machine</source>
        <translation>停止虚拟机</translation>
    </message>
    <message>
        <source>Ports are closed. Containers, images and volumes stay.</source>
        <translation>端口会关闭。容器、镜像和卷会保留。</translation>
    </message>
    <message>
        <source>Restart machine</source>
        <translation>重启虚拟机</translation>
    </message>
    <message>
        <source>Those with a restart policy start again with the machine. Data stays.</source>
        <translation>带有重启策略的容器会随虚拟机重新启动。数据会保留。</translation>
    </message>
    <message>
        <source>1 container is stopped in good order: {names}.</source>
        <translation>将正常停止 1 个容器：{names}。</translation>
    </message>
    <message>
        <source>{count} containers are stopped in good order: {names}.</source>
        <translation>将正常停止 {count} 个容器：{names}。</translation>
    </message>
    <message>
        <source>Repair data disk</source>
        <translation>修复数据磁盘</translation>
    </message>
    <message>
        <source>The file system of the data disk is checked and mended.</source>
        <translation>将检查并修复数据磁盘的文件系统。</translation>
    </message>
    <message>
        <source>Files that were damaged can be lost or end up in lost+found. Export a copy of the disk first if it holds something you cannot make again.</source>
        <translation>损坏的文件可能丢失，或被移到 lost+found。如果其中有无法重新创建的内容，请先导出磁盘副本。</translation>
    </message>
    <message>
        <source>{containers}, {images}, and every volume, network and build cache will be deleted for good.</source>
        <translation>{containers}、{images}，以及所有卷、网络和构建缓存将被永久删除。</translation>
    </message>
    <message>
        <source>All containers, images, volumes, networks and build cache will be deleted for good.</source>
        <translation>所有容器、镜像、卷、网络和构建缓存将被永久删除。</translation>
    </message>
    <message>
        <source>They take {size} on this computer.</source>
        <translation>它们在此计算机上占用 {size}。</translation>
    </message>
    <message numerus="yes">
        <source>%n running now are stopped first.</source>
        <translation>
            <numerusform>正在运行的 %n 个会先停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset machine</source>
        <translation>重置虚拟机</translation>
    </message>
    <message>
        <source>This cannot be undone. Settings are kept. To keep the data, first run: {command}</source>
        <translation>此操作无法撤销。设置会保留。如需保留数据，请先运行：{command}</translation>
    </message>
    <message>
        <source>Copied the path of the machine&apos;s folder</source>
        <translation>已复制虚拟机的文件夹路径</translation>
    </message>
    <message>
        <source>for {duration}</source>
        <comment>how long it has been running</comment>
        <translation>已 {duration}</translation>
    </message>
    <message>
        <source>Cannot run the checks</source>
        <translation>无法运行检查</translation>
    </message>
    <message>
        <source>This did not work: {what}</source>
        <translation>未能完成：{what}</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>重新运行检查</translation>
    </message>
    <message>
        <source>Copy the checks</source>
        <translation>复制检查结果</translation>
    </message>
    <message>
        <source>Logs, settings and these checks in one file, secrets taken out. It stays here until you send it to somebody.</source>
        <translation>日志、设置和这些检查合为一个文件，其中的机密已去除。在您发送给他人之前，它只保存在本地。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Checking the machine</source>
        <translation>正在检查虚拟机</translation>
    </message>
    <message>
        <source>Copied the checks</source>
        <translation>已复制检查结果</translation>
    </message>
    <message>
        <source>Save diagnostics bundle</source>
        <translation>保存诊断包</translation>
    </message>
    <message>
        <source>Saving a diagnostics bundle</source>
        <translation>正在保存诊断包</translation>
    </message>
    <message>
        <source>Cannot save {name}</source>
        <translation>无法保存 {name}</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Serial console of the guest since its last start</source>
        <translation>客户机自上次启动以来的串行控制台</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the end in sight</source>
        <translation>保持显示末尾</translation>
    </message>
    <message>
        <source>Copy the console</source>
        <translation>复制控制台内容</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>客户机尚未输出任何内容。</translation>
    </message>
    <message>
        <source>Copied the selection</source>
        <translation>已复制所选内容</translation>
    </message>
    <message>
        <source>Copied the console</source>
        <translation>已复制控制台内容</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>加速器</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>how a run of the machine did</comment>
        <translation>结束情况</translation>
    </message>
    <message>
        <source>Starts of the machine</source>
        <translation>虚拟机的启动记录</translation>
    </message>
    <message>
        <source>It has not been started yet.</source>
        <translation>尚未启动过。</translation>
    </message>
    <message>
        <source>Cannot read earlier starts</source>
        <translation>无法读取以前的启动记录</translation>
    </message>
    <message>
        <source>{outcome} after {duration} on {accelerator}</source>
        <translation>{outcome}，用时 {duration}，使用 {accelerator}</translation>
    </message>
    <message>
        <source>{outcome} after {duration}</source>
        <translation>{outcome}，用时 {duration}</translation>
    </message>
    <message>
        <source>{ending} {moment}</source>
        <comment>how a run ended, and when</comment>
        <translation>{ending} {moment}</translation>
    </message>
    <message>
        <source>Guest image {name}</source>
        <translation>客户机镜像 {name}</translation>
    </message>
    <message>
        <source>Docker programs reach it at</source>
        <translation>Docker 程序的访问地址</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>上次启动</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>归还</translation>
    </message>
    <message>
        <source>Return blocks and memory that the machine no longer needs to this computer</source>
        <translation>将虚拟机不再需要的磁盘块和内存归还给此计算机</translation>
    </message>
    <message>
        <source>Starting now</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Last start, {duration}</source>
        <translation>上次启动，{duration}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>Takes none now; up to {size} while it runs</source>
        <translation>目前不占用；运行时最多 {size}</translation>
    </message>
    <message>
        <source>Takes none now</source>
        <translation>目前不占用</translation>
    </message>
    <message>
        <source>{size} of {most} that it may take</source>
        <translation>占用 {size}，上限 {most}</translation>
    </message>
    <message>
        <source>{size} of it in use by the engine and containers</source>
        <translation>其中引擎和容器使用 {size}</translation>
    </message>
    <message>
        <source>There is no disk yet</source>
        <translation>还没有磁盘</translation>
    </message>
    <message>
        <source>{size} really taken on this computer</source>
        <translation>在此计算机上实际占用 {size}</translation>
    </message>
    <message>
        <source>Nobody can tell now what it takes on this computer</source>
        <translation>目前无法得知它在此计算机上的占用</translation>
    </message>
    <message>
        <source>The machine sees {size}</source>
        <translation>虚拟机可见 {size}</translation>
    </message>
    <message>
        <source>The machine sees {size}, of which it uses {used}</source>
        <translation>虚拟机可见 {size}，其中使用 {used}</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>正在归还…</translation>
    </message>
    <message>
        <source>Measured: nothing more to give back</source>
        <translation>测量结果：没有更多可归还的</translation>
    </message>
    <message>
        <source>Measured: {disk} of disk and {memory} of memory came back</source>
        <translation>测量结果：归还了 {disk} 磁盘和 {memory} 内存</translation>
    </message>
    <message>
        <source>Cannot give back disk and memory</source>
        <translation>无法归还磁盘和内存</translation>
    </message>
    <message>
        <source>Giving back disk and memory</source>
        <translation>正在归还磁盘和内存</translation>
    </message>
    <message>
        <source>Engine {version}</source>
        <translation>引擎 {version}</translation>
    </message>
    <message>
        <source>Cannot change the machine&apos;s resources</source>
        <translation>无法更改虚拟机的资源</translation>
    </message>
    <message>
        <source>Takes effect with the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>Stop when idle</source>
        <translation>空闲时停止</translation>
    </message>
    <message>
        <source>of {size}</source>
        <comment>of all that this computer has</comment>
        <translation>共 {size}</translation>
    </message>
    <message>
        <source>Containers share them.</source>
        <translation>由各容器共享。</translation>
    </message>
    <message>
        <source>The most it may take. What it does not use goes back to this computer.</source>
        <translation>最多可占用的量。不使用的部分会归还给此计算机。</translation>
    </message>
    <message>
        <source>{size} free here</source>
        <translation>此处可用 {size}</translation>
    </message>
    <message>
        <source>The most it may hold. It takes only what is used, and grows, but never shrinks.</source>
        <translation>最多可容纳的量。只占用实际使用的部分，会增长，但不会缩小。</translation>
    </message>
    <message>
        <source>Automatic takes the fastest that works here.</source>
        <translation>“自动”会选用此处可用的最快方式。</translation>
    </message>
    <message>
        <source>Sleep when idle</source>
        <translation>空闲时休眠</translation>
    </message>
    <message>
        <source>Without running containers it stops and gives its memory back. It wakes with the next docker or davit command.</source>
        <translation>没有运行中的容器时，它会停止并归还内存。下一条 docker 或 davit 命令会唤醒它。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>There is no machine yet. It is set up with its first start.</source>
        <translation>还没有虚拟机。首次启动时会设置。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Software emulation (slow)</source>
        <translation>软件模拟（慢）</translation>
    </message>
    <message>
        <source>{accelerator} only</source>
        <translation>仅 {accelerator}</translation>
    </message>
    <message>
        <source>At once: {settings}.</source>
        <translation>立即：{settings}。</translation>
    </message>
    <message>
        <source>With the next start: {settings}.</source>
        <translation>下次启动时：{settings}。</translation>
    </message>
    <message>
        <source>When it starts: {settings}.</source>
        <translation>启动时：{settings}。</translation>
    </message>
    <message>
        <source>Changed {settings}</source>
        <translation>已更改{settings}</translation>
    </message>
    <message>
        <source>{settings} will change with the next start</source>
        <translation>{settings}将在下次启动时更改</translation>
    </message>
    <message>
        <source>Changing the machine&apos;s resources</source>
        <translation>正在更改虚拟机的资源</translation>
    </message>
    <message>
        <source>Cannot change the shared folders</source>
        <translation>无法更改共享文件夹</translation>
    </message>
    <message>
        <source>Cannot change the open ports</source>
        <translation>无法更改开放的端口</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>shared by {transport}</source>
        <translation>通过 {transport} 共享</translation>
    </message>
    <message>
        <source>Shared by {transport}</source>
        <translation>通过 {transport} 共享</translation>
    </message>
    <message>
        <source>shared with the next start</source>
        <translation>下次启动时共享</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>{path} is read-only</source>
        <translation>{path} 为只读</translation>
    </message>
    <message>
        <source>Stop sharing {path}</source>
        <translation>停止共享 {path}</translation>
    </message>
    <message>
        <source>Folders that containers may mount</source>
        <translation>容器可挂载的文件夹</translation>
    </message>
    <message>
        <source>With all below them. Changes take effect with the next start.</source>
        <translation>包括其下所有内容。更改在下次启动时生效。</translation>
    </message>
    <message>
        <source>No folder is shared: containers see named volumes only.</source>
        <translation>没有共享文件夹：容器只能看到命名卷。</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>共享文件夹…</translation>
    </message>
    <message>
        <source>Ports of this computer that containers may reach</source>
        <translation>容器可访问的此计算机端口</translation>
    </message>
    <message>
        <source>Programs that listen on this computer&apos;s 127.0.0.1 are found by containers at host.docker.internal, on these ports only. A change takes effect at once.</source>
        <translation>容器可通过 host.docker.internal 访问在此计算机 127.0.0.1 上监听的程序，仅限这些端口。更改立即生效。</translation>
    </message>
    <message>
        <source>none; for instance 5432, 8000, or all</source>
        <translation>无；例如 5432, 8000，或 all</translation>
    </message>
    <message>
        <source>Apply the ports</source>
        <translation>应用端口</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Changing the shared folders</source>
        <translation>正在更改共享文件夹</translation>
    </message>
    <message>
        <source>Containers may reach: {ports}</source>
        <translation>容器可访问：{ports}</translation>
    </message>
    <message>
        <source>Containers may reach: no port of this computer</source>
        <translation>容器可访问：此计算机的端口均不可访问</translation>
    </message>
    <message>
        <source>Changing the open ports</source>
        <translation>正在更改开放的端口</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Run a new container</source>
        <translation>运行新容器</translation>
    </message>
    <message>
        <source>Build an image…</source>
        <translation>构建镜像…</translation>
    </message>
    <message>
        <source>Make an image from a Dockerfile</source>
        <translation>用 Dockerfile 制作镜像</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Stop machine and quit</source>
        <translation>停止虚拟机并退出</translation>
    </message>
    <message>
        <source>Stop containers in good order, then the machine, then Davit</source>
        <translation>正常停止容器，然后停止虚拟机，再退出 Davit</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>容器(&amp;C)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Find or filter</source>
        <translation>查找或筛选</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>命令…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>折叠或展开侧栏</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>正常文字</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Davit</source>
        <translation>关于 Davit</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>See the settings</source>
        <translation>请查看设置</translation>
    </message>
    <message>
        <source>The engine does not answer: {reason}. What you see is how it was. Davit keeps trying.</source>
        <translation>引擎没有应答：{reason}。您看到的是之前的状态。Davit 会继续尝试。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <source>The machine is paused: containers stand still, and their ports do not answer.</source>
        <translation>虚拟机已暂停：容器静止不动，其端口没有应答。</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>来自源代码</translation>
    </message>
    <message>
        <source>Davit {version}
Linux containers with an engine of its own.

Engine: {engine}
Address: {address}</source>
        <translation>Davit {version}
带有自己引擎的 Linux 容器。

引擎：{engine}
地址：{address}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quit Davit</source>
        <translation>退出 Davit</translation>
    </message>
    <message>
        <source>1 container keeps running when Davit is closed.</source>
        <translation>关闭 Davit 后，1 个容器会继续运行。</translation>
    </message>
    <message>
        <source>{count} containers keep running when Davit is closed.</source>
        <translation>关闭 Davit 后，{count} 个容器会继续运行。</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>The engine goes on without the window, and the ports stay open.</source>
        <translation>没有窗口时引擎仍会继续运行，端口保持开放。</translation>
    </message>
    <message>
        <source>The machine goes on without the window, and the ports stay open.</source>
        <translation>没有窗口时虚拟机仍会继续运行，端口保持开放。</translation>
    </message>
    <message>
        <source>It takes {size} of memory now.</source>
        <translation>它目前占用 {size} 内存。</translation>
    </message>
    <message>
        <source>Stopping the machine before Davit quits</source>
        <translation>退出 Davit 之前正在停止虚拟机</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>问题的详细信息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>创建网络</translation>
    </message>
    <message>
        <source>Containers on one network reach each other by their names.</source>
        <translation>同一网络中的容器可通过名称互相访问。</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>the first address of the subnet</source>
        <translation>子网的第一个地址</translation>
    </message>
    <message>
        <source>Without a way out: no internet, no published ports</source>
        <translation>无出口：没有互联网，不发布端口</translation>
    </message>
    <message>
        <source>With IPv6 addresses too</source>
        <translation>同时使用 IPv6 地址</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>子网</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, a letter or digit first</source>
        <translation>仅限字母、数字和 _ . -，以字母或数字开头</translation>
    </message>
    <message>
        <source>Connect container</source>
        <translation>连接容器</translation>
    </message>
    <message>
        <source>It joins {network} at once and keeps the networks that it is on.</source>
        <translation>它会立即加入 {network}，并保留已在的网络。</translation>
    </message>
    <message>
        <source>a further name, if wanted</source>
        <translation>另一个名称（可选）</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Every container is on this network already</source>
        <translation>所有容器都已在此网络中</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>stack {name}</source>
        <translation>堆栈 {name}</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>特性</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Filter by name, driver or subnet</source>
        <translation>按名称、驱动或子网筛选</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>创建…</translation>
    </message>
    <message>
        <source>Connect container…</source>
        <translation>连接容器…</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>没有网络</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Containers on this network</source>
        <translation>此网络中的容器</translation>
    </message>
    <message>
        <source>Cannot list networks</source>
        <translation>无法列出网络</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n 个网络</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) on {name}</source>
        <translation>
            <numerusform>{name} 中有 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating network {name}</source>
        <translation>正在创建网络 {name}</translation>
    </message>
    <message>
        <source>Cannot create network {name}</source>
        <translation>无法创建网络 {name}</translation>
    </message>
    <message>
        <source>Connecting {container} to {network}</source>
        <translation>正在将 {container} 连接到 {network}</translation>
    </message>
    <message>
        <source>Cannot connect {container} to {network}</source>
        <translation>无法将 {container} 连接到 {network}</translation>
    </message>
    <message>
        <source>Disconnecting {container} from {network}</source>
        <translation>正在断开 {container} 与 {network} 的连接</translation>
    </message>
    <message>
        <source>Cannot disconnect {container} from {network}</source>
        <translation>无法断开 {container} 与 {network} 的连接</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n network(s)</source>
        <translation>
            <numerusform>已删除 %n 个网络</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting network {name}</source>
        <translation>正在删除网络 {name}</translation>
    </message>
    <message>
        <source>Cannot delete network {name}</source>
        <translation>无法删除网络 {name}</translation>
    </message>
    <message>
        <source>Prune unused networks</source>
        <translation>清理未使用的网络</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) with no container will be deleted.</source>
        <translation>
            <numerusform>将删除 %n 个没有容器的网络。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete networks</source>
        <translation>删除网络</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command, a page, a container or an image</source>
        <translation>输入命令、页面、容器或镜像</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>Nothing fits these letters.</source>
        <translation>没有与这些字母相符的内容。</translation>
    </message>
    <message>
        <source>View logs of {name}</source>
        <translation>查看 {name} 的日志</translation>
    </message>
    <message>
        <source>Inspect {name}</source>
        <translation>检查 {name}</translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation>启动 {name}</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>停止 {name}</translation>
    </message>
    <message>
        <source>Restart {name}</source>
        <translation>重启 {name}</translation>
    </message>
    <message>
        <source>Open terminal in {name}</source>
        <translation>在 {name} 中打开终端</translation>
    </message>
    <message>
        <source>Run {name}…</source>
        <translation>运行 {name}…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Exposed by the image, but not published</source>
        <translation>镜像已声明，但未发布</translation>
    </message>
    <message>
        <source>Run the image again and publish it.</source>
        <translation>请重新运行镜像并发布该端口。</translation>
    </message>
    <message>
        <source>Not open: the container is not running</source>
        <translation>未开放：容器未运行</translation>
    </message>
    <message>
        <source>The forward is not open: {reason}</source>
        <translation>转发未开放：{reason}</translation>
    </message>
    <message>
        <source>Stop what holds the port, or run the container on another one.</source>
        <translation>停止占用该端口的程序，或用其他端口运行容器。</translation>
    </message>
    <message>
        <source>Listens on {address} inside, where nobody from outside gets</source>
        <translation>在内部监听 {address}，外部无法访问</translation>
    </message>
    <message>
        <source>Make the program in the container listen on 0.0.0.0.</source>
        <translation>请让容器中的程序监听 0.0.0.0。</translation>
    </message>
    <message>
        <source>See the logs: the program may be starting still, or have failed.</source>
        <translation>请查看日志：程序可能仍在启动，或已失败。</translation>
    </message>
    <message>
        <source>The container listens on {ports}: publish that instead.</source>
        <translation>容器监听 {ports}：请改为发布它。</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container yet</source>
        <translation>容器中尚无程序监听 {port}</translation>
    </message>
    <message>
        <source>Published; {protocol} cannot be asked</source>
        <translation>已发布；无法探测 {protocol}</translation>
    </message>
    <message>
        <source>Listens in the container</source>
        <translation>在容器中监听</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在探测…</translation>
    </message>
    <message>
        <source>Answers in {time} ms</source>
        <translation>{time} ms 内应答</translation>
    </message>
    <message>
        <source>The program takes connections and hangs up at once</source>
        <translation>程序接受连接后立即断开</translation>
    </message>
    <message>
        <source>See the logs for the reason.</source>
        <translation>原因请查看日志。</translation>
    </message>
    <message>
        <source>The forward is open, but hangs up at once</source>
        <translation>转发已开放，但立即断开</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container, or only on its own 127.0.0.1.</source>
        <translation>容器中没有程序监听 {port}，或仅在其自己的 127.0.0.1 上监听。</translation>
    </message>
    <message>
        <source>nothing listens</source>
        <translation>没有程序在监听</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>被拒绝：{reason}</translation>
    </message>
    <message>
        <source>Restart the container: its forward is gone.</source>
        <translation>请重启容器：其转发已消失。</translation>
    </message>
    <message>
        <source>No answer: something drops the connection</source>
        <translation>没有应答：连接被丢弃</translation>
    </message>
    <message>
        <source>Look for a firewall between this computer and the container.</source>
        <translation>请检查此计算机与容器之间是否有防火墙。</translation>
    </message>
    <message>
        <source>No ports</source>
        <translation>没有端口</translation>
    </message>
    <message>
        <source>The container publishes no port, and its image names none. A port is published when the container is run.</source>
        <translation>容器没有发布端口，其镜像也没有声明端口。端口在运行容器时发布。</translation>
    </message>
    <message>
        <source>Visible on your network: bound to all addresses</source>
        <translation>在您的网络中可见：绑定到所有地址</translation>
    </message>
    <message>
        <source>Port of this computer</source>
        <translation>此计算机的端口</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>容器中的端口</translation>
    </message>
    <message>
        <source>Filter by port or container</source>
        <translation>按端口或容器筛选</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>No ports are published</source>
        <translation>没有发布端口</translation>
    </message>
    <message>
        <source>A container&apos;s port is opened on this computer when the container is run with it.</source>
        <translation>运行容器时指定端口，即可在此计算机上开放该端口。</translation>
    </message>
    <message>
        <source>What mends the selected port</source>
        <translation>修复所选端口的方法</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n 个端口</numerusform>
        </translation>
    </message>
    <message>
        <source>nginx, ghcr.io/owner/name:tag, or words to search for</source>
        <translation>nginx、ghcr.io/owner/name:tag，或要搜索的文字</translation>
    </message>
    <message>
        <source>Image to pull</source>
        <translation>要拉取的镜像</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the registry, and list the tags (Ctrl+Return)</source>
        <translation>搜索镜像仓库，并列出标签 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>This engine&apos;s platform</source>
        <translation>此引擎的平台</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>拉取镜像</translation>
    </message>
    <message>
        <source>All of the pull</source>
        <translation>整个拉取</translation>
    </message>
    <message>
        <source>Cancel pull</source>
        <translation>取消拉取</translation>
    </message>
    <message>
        <source>Asking the registry…</source>
        <translation>正在查询镜像仓库…</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept for a day, for the next try.</source>
        <translation>已取消。已到达的内容会保留一天，供下次使用。</translation>
    </message>
    <message>
        <source>Log in to {registry}…</source>
        <translation>登录 {registry}…</translation>
    </message>
    <message>
        <source>{name} is not the name of an image</source>
        <translation>{name} 不是镜像名称</translation>
    </message>
    <message>
        <source>A name for an image has no digest</source>
        <translation>镜像名称不能带摘要</translation>
    </message>
    <message>
        <source>Closed, it goes on under Tasks at the lower right.</source>
        <translation>关闭后，会在右下角的“任务”中继续。</translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation>推送镜像</translation>
    </message>
    <message>
        <source>Name to push</source>
        <translation>要推送的名称</translation>
    </message>
    <message>
        <source>Push image</source>
        <translation>推送镜像</translation>
    </message>
    <message>
        <source>All of the push</source>
        <translation>整个推送</translation>
    </message>
    <message>
        <source>Give the image the name of another registry or repository</source>
        <translation>为镜像添加其他镜像仓库或存储库的名称</translation>
    </message>
    <message>
        <source>Cancel push</source>
        <translation>取消推送</translation>
    </message>
    <message>
        <source>Cannot push {name}</source>
        <translation>无法推送 {name}</translation>
    </message>
    <message>
        <source>Pushing {name}</source>
        <translation>正在推送 {name}</translation>
    </message>
    <message>
        <source>Cancelled. Layers that have arrived stay there.</source>
        <translation>已取消。已到达的层会保留在那里。</translation>
    </message>
    <message>
        <source>The name has no registry in it, so it goes to Docker Hub. To push elsewhere, give the image a name such as registry.example.com/team/name:tag.</source>
        <translation>名称中没有镜像仓库，因此会推送到 Docker Hub。要推送到别处，请为镜像添加 registry.example.com/team/name:tag 这样的名称。</translation>
    </message>
    <message>
        <source>It goes to {registry}.</source>
        <translation>将推送到 {registry}。</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>存储库</translation>
    </message>
    <message>
        <source>{name} (official)</source>
        <translation>{name}（官方）</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Repositories found</source>
        <translation>找到的存储库</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>存储库</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Name an image and pull it, or search. Docker Hub can be searched; other registries list the tags of a repository that is named in full.</source>
        <translation>写出镜像名称并拉取，或进行搜索。可搜索 Docker Hub；其他镜像仓库会列出完整名称的存储库的标签。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Choose a repository to see its tags.</source>
        <translation>选择存储库以查看其标签。</translation>
    </message>
    <message>
        <source>Cannot search</source>
        <translation>无法搜索</translation>
    </message>
    <message>
        <source>Asking for the tags…</source>
        <translation>正在查询标签…</translation>
    </message>
    <message>
        <source>Cannot list the tags of {name}</source>
        <translation>无法列出 {name} 的标签</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of {name}</source>
        <translation>
            <numerusform>{name} 的 %n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>没有标签。</translation>
    </message>
    <message>
        <source>{registry} offers no search. Its tags of a full name are listed beside.</source>
        <translation>{registry} 不提供搜索。旁边列出了完整名称的标签。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No registry has an image of this name.</source>
        <translation>没有镜像仓库含有此名称的镜像。</translation>
    </message>
    <message>
        <source>official</source>
        <translation>官方</translation>
    </message>
    <message>
        <source>Search registries for this name</source>
        <translation>在镜像仓库中搜索此名称</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Add port</source>
        <translation>添加端口</translation>
    </message>
    <message>
        <source>Add volume or folder</source>
        <translation>添加卷或文件夹</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>Add from env file…</source>
        <translation>从 env 文件添加…</translation>
    </message>
    <message>
        <source>as the image says</source>
        <translation>由镜像指定</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>命令(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>入口点(&amp;E)</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>选择镜像</translation>
    </message>
    <message>
        <source>Not on this computer yet: it is pulled first.</source>
        <translation>此计算机上还没有：会先拉取。</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <source>Port {port} is asked for twice</source>
        <translation>端口 {port} 被指定了两次</translation>
    </message>
    <message>
        <source>Use {port}</source>
        <translation>使用 {port}</translation>
    </message>
    <message>
        <source>The image does not start without {name}: {use}</source>
        <translation>没有 {name}，此镜像不会启动：{use}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>添加 {name}</translation>
    </message>
    <message>
        <source>Env file</source>
        <translation>env 文件</translation>
    </message>
    <message>
        <source>Cannot read the env file: {why}</source>
        <translation>无法读取 env 文件：{why}</translation>
    </message>
    <message>
        <source>Restart and removal</source>
        <translation>重启与移除</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU 与内存</translation>
    </message>
    <message>
        <source>User and process</source>
        <translation>用户与进程</translation>
    </message>
    <message>
        <source>Capabilities and privileges</source>
        <translation>权能与特权</translation>
    </message>
    <message>
        <source>Platform and pulling</source>
        <translation>平台与拉取</translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation>运行容器</translation>
    </message>
    <message>
        <source>This cannot be read any more: {command}</source>
        <translation>此内容已无法读取：{command}</translation>
    </message>
    <message>
        <source>This form was closed before {image} was run.</source>
        <translation>在运行 {image} 之前，此表单已关闭。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>其他选项</translation>
    </message>
    <message>
        <source>The same as a docker command</source>
        <translation>等效的 docker 命令</translation>
    </message>
    <message>
        <source>Copy the command, secrets included</source>
        <translation>复制命令，包含机密</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Run container</source>
        <translation>运行容器</translation>
    </message>
    <message>
        <source>{field} is set twice: in the form and by a flag</source>
        <translation>{field} 设置了两次：在表单中和通过选项</translation>
    </message>
    <message>
        <source>Run container (Ctrl+Return)</source>
        <translation>运行容器 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Saved as preset {title}.</source>
        <translation>已保存为预设 {title}。</translation>
    </message>
    <message>
        <source>Deleted preset {title}.</source>
        <translation>已删除预设 {title}。</translation>
    </message>
    <message>
        <source>Preset {title} is back.</source>
        <translation>已恢复预设 {title}。</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Esc closes this window and lets the run go on</source>
        <translation>Esc 关闭此窗口，运行会继续</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>Pulling {name}: {done}</source>
        <translation>正在拉取 {name}：{done}</translation>
    </message>
    <message>
        <source>Cannot run {name} again</source>
        <translation>无法再次运行 {name}</translation>
    </message>
    <message>
        <source>Cannot run a container now</source>
        <translation>目前无法运行容器</translation>
    </message>
    <message>
        <source>Cannot search for {name}</source>
        <translation>无法搜索 {name}</translation>
    </message>
    <message>
        <source>Cannot keep presets and recent runs</source>
        <translation>无法保存预设和最近运行</translation>
    </message>
    <message>
        <source>Running {name}</source>
        <translation>正在运行 {name}</translation>
    </message>
    <message>
        <source>Cannot run {name}</source>
        <translation>无法运行 {name}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Unless it was stopped</source>
        <translation>除非已被停止</translation>
    </message>
    <message>
        <source>When it is not on this computer</source>
        <translation>此计算机上没有时</translation>
    </message>
    <message>
        <source>Always, for the newest</source>
        <translation>总是，以获取最新</translation>
    </message>
    <message>
        <source>The usual one (bridge)</source>
        <translation>常用网络 (bridge)</translation>
    </message>
    <message>
        <source>This computer&apos;s own (host)</source>
        <translation>此计算机自己的网络 (host)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>网络(&amp;W)</translation>
    </message>
    <message>
        <source>Other names in the network</source>
        <translation>网络中的其他名称</translation>
    </message>
    <message>
        <source>db, database</source>
        <translation>db, database</translation>
    </message>
    <message>
        <source>Other names there</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>the container&apos;s id</source>
        <translation>容器的 ID</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>主机名(&amp;H)</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>添加主机</translation>
    </message>
    <message>
        <source>Host and its address</source>
        <translation>主机及其地址</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>已知主机</translation>
    </message>
    <message>
        <source>Add name server</source>
        <translation>添加域名服务器</translation>
    </message>
    <message>
        <source>Address of a name server</source>
        <translation>域名服务器的地址</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>域名服务器</translation>
    </message>
    <message>
        <source>Only a network of your own gives other names</source>
        <translation>只有自建的网络才提供其他名称</translation>
    </message>
    <message>
        <source>Write a name, a colon and an address</source>
        <translation>请写名称、冒号和地址</translation>
    </message>
    <message>
        <source>Write it as {text}</source>
        <translation>请写成 {text}</translation>
    </message>
    <message>
        <source>Write an address, such as 1.1.1.1</source>
        <translation>请写一个地址，例如 1.1.1.1</translation>
    </message>
    <message>
        <source>Times that it is tried again</source>
        <translation>重试的次数</translation>
    </message>
    <message>
        <source>any number of times</source>
        <translation>不限次数</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重启(&amp;R)</translation>
    </message>
    <message>
        <source>Delete the container, and its unnamed volumes, when it stops</source>
        <translation>容器停止时删除容器及其未命名的卷</translation>
    </message>
    <message>
        <source>A container that is deleted when it stops cannot be restarted</source>
        <translation>停止时删除的容器无法重启</translation>
    </message>
    <message>
        <source>CPU limit in cores</source>
        <translation>CPU 限制（核数）</translation>
    </message>
    <message>
        <source>all, or 1.5</source>
        <translation>全部，或 1.5</translation>
    </message>
    <message>
        <source>CPU limit (cores)</source>
        <translation>CPU 限制（核数）</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>内存限制</translation>
    </message>
    <message>
        <source>all, or 512m, 2g</source>
        <translation>全部，或 512m、2g</translation>
    </message>
    <message>
        <source>The CPU limit is a number of cores, such as 1.5</source>
        <translation>CPU 限制是核数，例如 1.5</translation>
    </message>
    <message>
        <source>The memory limit is a size of at least 6m, such as 512m or 2g</source>
        <translation>内存限制是大小，至少 6m，例如 512m 或 2g</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>Working &amp;folder</source>
        <translation>工作文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Give it a terminal (-t)</source>
        <translation>为其分配终端 (-t)</translation>
    </message>
    <message>
        <source>Keep its input open (-i)</source>
        <translation>保持其输入打开 (-i)</translation>
    </message>
    <message>
        <source>Run a small init process first, which clears away zombies</source>
        <translation>先运行一个小的 init 进程，用于清理僵尸进程</translation>
    </message>
    <message>
        <source>Make its own file system read-only; volumes stay as they are</source>
        <translation>将其自身的文件系统设为只读；卷保持不变</translation>
    </message>
    <message>
        <source>Capabilities it gets</source>
        <translation>获得的权能</translation>
    </message>
    <message>
        <source>Capabilities to add</source>
        <translation>要添加的权能</translation>
    </message>
    <message>
        <source>Capabilities it loses</source>
        <translation>失去的权能</translation>
    </message>
    <message>
        <source>Capabilities to drop</source>
        <translation>要去除的权能</translation>
    </message>
    <message>
        <source>It may do whatever root may on the computer that the engine runs on: see every device, change the kernel&apos;s settings, leave the container. Only for images you trust as much as that computer&apos;s administrator.</source>
        <translation>它可以在引擎所在的计算机上做 root 能做的一切：查看所有设备、更改内核设置、离开容器。仅用于您像信任该计算机管理员一样信任的镜像。</translation>
    </message>
    <message>
        <source>{name} is not a capability</source>
        <translation>{name} 不是权能</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Write a label as name=value</source>
        <translation>请将标签写成 name=value</translation>
    </message>
    <message>
        <source>this computer&apos;s, or linux/arm64</source>
        <translation>此计算机的平台，或 linux/arm64</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>平台(&amp;P)</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>拉取镜像</translation>
    </message>
    <message>
        <source>Pu&amp;ll the image</source>
        <translation>拉取镜像(&amp;L)</translation>
    </message>
    <message>
        <source>A platform is written as linux/amd64 or linux/arm64</source>
        <translation>平台写成 linux/amd64 或 linux/arm64</translation>
    </message>
    <message>
        <source>Add flag</source>
        <translation>添加选项</translation>
    </message>
    <message>
        <source>Everything else that docker run knows, one flag on each line.</source>
        <translation>docker run 支持的其他一切，每行一个选项。</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>谁可以访问</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅此计算机</translation>
    </message>
    <message>
        <source>Your whole network</source>
        <translation>您的整个网络</translation>
    </message>
    <message>
        <source>free port</source>
        <translation>空闲端口</translation>
    </message>
    <message>
        <source>Port of the container</source>
        <translation>容器的端口</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Take this port away</source>
        <translation>移除此端口</translation>
    </message>
    <message>
        <source>As the engine decides</source>
        <translation>由引擎决定</translation>
    </message>
    <message>
        <source>Address {address}</source>
        <translation>地址 {address}</translation>
    </message>
    <message>
        <source>The container&apos;s port is a number from 1 to 65535</source>
        <translation>容器的端口是 1 到 65535 的数字</translation>
    </message>
    <message>
        <source>The port of this computer is a number from 1 to 65535</source>
        <translation>此计算机的端口是 1 到 65535 的数字</translation>
    </message>
    <message>
        <source>Folder of this computer, or name of a volume</source>
        <translation>此计算机的文件夹，或卷的名称</translation>
    </message>
    <message>
        <source>Folder, or name of a volume</source>
        <translation>文件夹，或卷的名称</translation>
    </message>
    <message>
        <source>Choose a folder of this computer</source>
        <translation>选择此计算机的文件夹</translation>
    </message>
    <message>
        <source>Path in the container</source>
        <translation>容器中的路径</translation>
    </message>
    <message>
        <source>/path/in/container</source>
        <translation>/path/in/container</translation>
    </message>
    <message>
        <source>Take this volume away</source>
        <translation>移除此卷</translation>
    </message>
    <message>
        <source>Choose a volume that exists</source>
        <translation>选择已有的卷</translation>
    </message>
    <message>
        <source>There are no volumes yet</source>
        <translation>还没有卷</translation>
    </message>
    <message>
        <source>The path in the container begins with / and is not / itself</source>
        <translation>容器中的路径以 / 开头，且不能是 / 本身</translation>
    </message>
    <message>
        <source>Give a whole path (/…), or a volume&apos;s name of letters, digits, _ . and -</source>
        <translation>请给出完整路径 (/…)，或由字母、数字、_ . 和 - 组成的卷名</translation>
    </message>
    <message>
        <source>A folder with a colon in its path cannot be mounted</source>
        <translation>路径中含有冒号的文件夹无法挂载</translation>
    </message>
    <message>
        <source>Folder to mount</source>
        <translation>要挂载的文件夹</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>变量的名称</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Value of the variable</source>
        <translation>变量的值</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>显示值</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Generate a password</source>
        <translation>生成密码</translation>
    </message>
    <message>
        <source>Take this variable away</source>
        <translation>移除此变量</translation>
    </message>
    <message>
        <source>A variable&apos;s name has no spaces and no =</source>
        <translation>变量名称中没有空格和 =</translation>
    </message>
    <message>
        <source>{name} is a secret, and secrets are not kept: give its value again</source>
        <translation>{name} 是机密，机密不会保存：请重新给出它的值</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>隐藏值</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>移除此行</translation>
    </message>
    <message>
        <source>Flag of docker run</source>
        <translation>docker run 的选项</translation>
    </message>
    <message>
        <source>{field}: a quote is not closed</source>
        <translation>{field}：引号没有闭合</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始于</translation>
    </message>
    <message>
        <source>Presets that you saved and what you ran before</source>
        <translation>您保存的预设和之前运行过的内容</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>保存为预设…</translation>
    </message>
    <message>
        <source>Paste docker run…</source>
        <translation>粘贴 docker run…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设的名称</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Kept on this computer. Passwords and other secrets are not kept: they are asked for again.</source>
        <translation>保存在此计算机上。密码和其他机密不会保存：会再次要求输入。</translation>
    </message>
    <message>
        <source>Paste a docker run command</source>
        <translation>粘贴 docker run 命令</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>其他镜像</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近运行</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>Cannot export the machine</source>
        <translation>无法导出虚拟机</translation>
    </message>
    <message>
        <source>Cannot import into the machine</source>
        <translation>无法导入到虚拟机</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>移到其他计算机</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>从此计算机</translation>
    </message>
    <message>
        <source>Writes all containers, images and volumes to one file. The machine stops for it, and starts again if it ran.</source>
        <translation>将所有容器、映像和卷写入一个文件。虚拟机会为此停止，如果之前在运行则会重新启动。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>到此计算机</translation>
    </message>
    <message>
        <source>Puts the content of such a file in the place of what the machine holds.</source>
        <translation>用此类文件的内容替换虚拟机中的内容。</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>全部导出</translation>
    </message>
    <message numerus="yes">
        <source>%n running container(s) will be stopped in good order.</source>
        <translation>
            <numerusform>将有序停止 %n 个正在运行的容器。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and export</source>
        <translation>停止并导出</translation>
    </message>
    <message>
        <source>Import into the machine</source>
        <translation>导入到虚拟机</translation>
    </message>
    <message>
        <source>Exported machines (*{suffix})</source>
        <translation>导出的虚拟机 (*{suffix})</translation>
    </message>
    <message>
        <source>All containers, images and volumes of the machine will be deleted for good.</source>
        <translation>虚拟机的所有容器、映像和卷将被永久删除。</translation>
    </message>
    <message>
        <source>Those of {name} come in their place, once the file has been found whole.</source>
        <translation>确认文件完整后，将由 {name} 中的内容取代。</translation>
    </message>
    <message>
        <source>Replace everything</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>已导出到 {name}</translation>
    </message>
    <message>
        <source>Exporting the machine</source>
        <translation>正在导出虚拟机</translation>
    </message>
    <message>
        <source>Importing into the machine</source>
        <translation>正在导入到虚拟机</translation>
    </message>
    <message>
        <source>Stopping the machine…</source>
        <translation>正在停止虚拟机…</translation>
    </message>
    <message>
        <source>Copying the disk…</source>
        <translation>正在复制磁盘…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Points more or less than the system&apos;s text. Ctrl+= and Ctrl+- do the same.</source>
        <translation>比系统文字大或小的磅数。Ctrl+= 和 Ctrl+- 效果相同。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Counts when Davit is opened the next time.</source>
        <translation>下次打开 Davit 时生效。</translation>
    </message>
    <message>
        <source>Show the sidebar as icons only</source>
        <translation>侧栏仅显示图标</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Ask before Davit is closed while containers run</source>
        <translation>有容器运行时，关闭 Davit 前询问</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>关闭时留在托盘中</translation>
    </message>
    <message>
        <source>Containers run without the window in any case.</source>
        <translation>无论如何，没有窗口时容器也会运行。</translation>
    </message>
    <message>
        <source>Notify me while I do something else</source>
        <translation>在我做其他事情时通知我</translation>
    </message>
    <message>
        <source>When a container stops by itself with an error, and when long work ends.</source>
        <translation>当容器因错误自行停止，以及耗时的工作结束时。</translation>
    </message>
    <message>
        <source>Start Davit when I log in</source>
        <translation>登录时启动 Davit</translation>
    </message>
    <message>
        <source>It starts out of sight: in the tray, or as a small window where there is none.</source>
        <translation>它在后台启动：在托盘中，没有托盘时为最小化窗口。</translation>
    </message>
    <message>
        <source>Check for updates once after each start</source>
        <translation>每次启动后检查一次更新</translation>
    </message>
    <message>
        <source>When the Images page is first shown. Only the registries of your images are asked.</source>
        <translation>首次显示“镜像”页面时。仅查询您的镜像所在的镜像仓库。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Largest, newest or last first</source>
        <translation>最大、最新或最后的在前</translation>
    </message>
    <message>
        <source>Cannot change what starts at login</source>
        <translation>无法更改登录时启动的项目</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>没有设置包含这些文字</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>设置 (*.toml)</translation>
    </message>
    <message>
        <source>Cannot read {file}</source>
        <translation>无法读取 {file}</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>设置已导入</translation>
    </message>
    <message>
        <source>Fold the sidebar (Ctrl+B)</source>
        <translation>折叠侧栏 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Unfold the sidebar (Ctrl+B)</source>
        <translation>展开侧栏 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Containers of the stack</source>
        <translation>堆栈的容器</translation>
    </message>
    <message>
        <source>Networks of the stack</source>
        <translation>堆栈的网络</translation>
    </message>
    <message>
        <source>Volumes of the stack</source>
        <translation>堆栈的卷</translation>
    </message>
    <message>
        <source>Back to the stacks (Alt+Left)</source>
        <translation>返回堆栈列表 (Alt+Left)</translation>
    </message>
    <message>
        <source>{files} in {folder}</source>
        <translation>{folder} 中的 {files}</translation>
    </message>
    <message>
        <source>Cannot read the networks and volumes of {name}</source>
        <translation>无法读取 {name} 的网络和卷</translation>
    </message>
    <message>
        <source>Kill all</source>
        <translation>全部终止</translation>
    </message>
    <message>
        <source>Delete stack</source>
        <translation>删除堆栈</translation>
    </message>
    <message>
        <source>Delete stack with volumes…</source>
        <translation>删除堆栈及卷…</translation>
    </message>
    <message>
        <source>Delete stack and its volumes</source>
        <translation>删除堆栈及其卷</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) of {name} and the data in these volumes are deleted.</source>
        <translation>
            <numerusform>将删除 {name} 的 %n 个容器以及这些卷中的数据。</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes to delete</source>
        <translation>要删除的卷</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>大小未知</translation>
    </message>
    <message>
        <source>{size} in all. This cannot be undone.</source>
        <translation>共 {size}。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete stack and volumes</source>
        <translation>删除堆栈和卷</translation>
    </message>
    <message>
        <source>Deleted stack {name}</source>
        <translation>已删除堆栈 {name}</translation>
    </message>
    <message>
        <source>Deleting the networks of {name}</source>
        <translation>正在删除 {name} 的网络</translation>
    </message>
    <message>
        <source>networks of {name}</source>
        <translation>{name} 的网络</translation>
    </message>
    <message>
        <source>Cannot delete the networks of {name}</source>
        <translation>无法删除 {name} 的网络</translation>
    </message>
    <message>
        <source>Deleting containers</source>
        <translation>正在删除容器</translation>
    </message>
    <message>
        <source>Deleting networks</source>
        <translation>正在删除网络</translation>
    </message>
    <message>
        <source>Deleting volumes</source>
        <translation>正在删除卷</translation>
    </message>
    <message>
        <source>Deleting {name} and its volumes</source>
        <translation>正在删除 {name} 及其卷</translation>
    </message>
    <message>
        <source>Cannot delete {name} and its volumes</source>
        <translation>无法删除 {name} 及其卷</translation>
    </message>
    <message>
        <source>Deleted stack {name} and its volumes</source>
        <translation>已删除堆栈 {name} 及其卷</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>位于 {folder}</translation>
    </message>
    <message>
        <source>Filter by name, service, port, file</source>
        <translation>按名称、服务、端口、文件筛选</translation>
    </message>
    <message>
        <source>No stacks yet</source>
        <translation>还没有堆栈</translation>
    </message>
    <message>
        <source>A stack is what docker compose makes of one file: containers that belong together.</source>
        <translation>堆栈是 docker compose 根据一个文件创建的内容：一组相互关联的容器。</translation>
    </message>
    <message>
        <source>Delete with volumes…</source>
        <translation>连同卷一起删除…</translation>
    </message>
    <message>
        <source>Cannot read the volumes of {name}</source>
        <translation>无法读取 {name} 的卷</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step of a start</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a step of a start</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a step of a start</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step of a start</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 分钟</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>The last {span}</source>
        <translation>最近 {span}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>进程和线程</translation>
    </message>
    <message>
        <source>Not running; figures are of earlier runs.</source>
        <translation>未运行；数据来自之前的运行。</translation>
    </message>
    <message>
        <source>Processes ({count})</source>
        <translation>进程 ({count})</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number on the engine&apos;s machine</source>
        <translation>在引擎所在机器上的编号</translation>
    </message>
    <message>
        <source>On average since it began</source>
        <translation>自启动以来的平均值</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>运行时长</translation>
    </message>
    <message>
        <source>{engine}: connecting…</source>
        <translation>{engine}：正在连接…</translation>
    </message>
    <message>
        <source>{engine}: running</source>
        <translation>{engine}：运行中</translation>
    </message>
    <message>
        <source>{engine}: not reachable</source>
        <translation>{engine}：无法连接</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Software emulation: slower. Why?</source>
        <translation>软件模拟：较慢。为什么？</translation>
    </message>
    <message>
        <source>Emulated: why?</source>
        <translation>模拟运行：为什么？</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window and the engine; disk held by images, containers and volumes</source>
        <translation>此窗口和引擎的 CPU 与常驻内存；镜像、容器和卷占用的磁盘</translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>Show what is running and what was done</source>
        <translation>显示正在运行和已完成的内容</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window, QEMU and the machine&apos;s supervisor; disk that the machine&apos;s image really takes on this computer</source>
        <translation>此窗口、QEMU 和虚拟机监管程序的 CPU 与常驻内存；虚拟机镜像在此计算机上实际占用的磁盘</translation>
    </message>
    <message>
        <source>{machine} · connecting…</source>
        <translation>{machine} · 正在连接…</translation>
    </message>
    <message>
        <source>Disk {size}</source>
        <translation>磁盘 {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n 个任务正在运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks: {words}</source>
        <translation>任务：{words}</translation>
    </message>
    <message>
        <source>CPU {percent}</source>
        <translation>CPU {percent}</translation>
    </message>
    <message>
        <source>Memory {size}</source>
        <translation>内存 {size}</translation>
    </message>
    <message>
        <source>Davit uses {figures}</source>
        <translation>Davit 使用 {figures}</translation>
    </message>
    <message>
        <source>Close the task drawer (Esc)</source>
        <translation>关闭任务面板 (Esc)</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>尚无操作。</translation>
    </message>
    <message>
        <source>Cancel: {task}</source>
        <translation>取消：{task}</translation>
    </message>
    <message>
        <source>Progress of {task}</source>
        <translation>{task} 的进度</translation>
    </message>
    <message>
        <source>{outcome} {time}</source>
        <comment>of a task, and the time of day when it ended</comment>
        <translation>{outcome} {time}</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>已复制命令</translation>
    </message>
    <message>
        <source>Scroll through the terminal</source>
        <translation>滚动浏览终端</translation>
    </message>
    <message>
        <source>Debug shell</source>
        <translation>调试 shell</translation>
    </message>
    <message>
        <source>A helper container runs a shell from another image beside {name}. It sees the same processes and network, and the files at /proc/1/root. It is deleted when its terminal is closed.</source>
        <translation>辅助容器会用另一个镜像在 {name} 旁运行 shell。它能看到相同的进程和网络，文件位于 /proc/1/root。关闭其终端时会删除它。</translation>
    </message>
    <message>
        <source>Open debug shell</source>
        <translation>打开调试 shell</translation>
    </message>
    <message>
        <source>There is no image to take a shell from. Pull one, such as busybox.</source>
        <translation>没有可提供 shell 的镜像。请拉取一个，例如 busybox。</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>新建终端</translation>
    </message>
    <message>
        <source>as the container&apos;s own</source>
        <translation>与容器自身相同</translation>
    </message>
    <message>
        <source>Enter a command.</source>
        <translation>请输入命令。</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>在终端中查找</translation>
    </message>
    <message>
        <source>Previous (Enter, Shift+F3)</source>
        <translation>上一个 (Enter, Shift+F3)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter, F3)</source>
        <translation>下一个 (Shift+Enter, F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>New terminal (Ctrl+Shift+N)</source>
        <translation>新建终端 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Other terminals…</source>
        <translation>其他终端…</translation>
    </message>
    <message>
        <source>Close {name} (Ctrl+Shift+W)</source>
        <translation>关闭 {name} (Ctrl+Shift+W)</translation>
    </message>
    <message>
        <source>Terminal {name} in {container}</source>
        <translation>{container} 中的终端 {name}</translation>
    </message>
    <message>
        <source>No terminal is open</source>
        <translation>没有打开的终端</translation>
    </message>
    <message>
        <source>{name} is not running</source>
        <translation>{name} 未运行</translation>
    </message>
    <message>
        <source>A terminal can be opened while it runs.</source>
        <translation>运行时才能打开终端。</translation>
    </message>
    <message>
        <source>Start container</source>
        <translation>启动容器</translation>
    </message>
    <message>
        <source>New terminal as root</source>
        <translation>以 root 身份新建终端</translation>
    </message>
    <message>
        <source>New terminal with…</source>
        <translation>新建终端，使用…</translation>
    </message>
    <message>
        <source>The container&apos;s own terminal</source>
        <translation>容器自己的终端</translation>
    </message>
    <message>
        <source>Debug shell…</source>
        <translation>调试 shell…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>The container is paused.</source>
        <translation>容器已暂停。</translation>
    </message>
    <message>
        <source>The terminal can be opened again when it is back.</source>
        <translation>恢复后可重新打开终端。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>引擎没有应答。</translation>
    </message>
    <message>
        <source>The container has been deleted.</source>
        <translation>容器已被删除。</translation>
    </message>
    <message>
        <source>The container has stopped.</source>
        <translation>容器已停止。</translation>
    </message>
    <message>
        <source>{names} could not be run. A debug shell from another image sees the container&apos;s processes, network and files.</source>
        <translation>无法运行 {names}。来自另一个镜像的调试 shell 可看到容器的进程、网络和文件。</translation>
    </message>
    <message>
        <source>There is no such program in this container.</source>
        <translation>此容器中没有这个程序。</translation>
    </message>
    <message>
        <source>This image has no shell.</source>
        <translation>此镜像没有 shell。</translation>
    </message>
    <message>
        <source>The connection to the program broke.</source>
        <translation>与程序的连接中断。</translation>
    </message>
    <message>
        <source>The terminal could not be opened.</source>
        <translation>无法打开终端。</translation>
    </message>
    <message>
        <source>The program has ended with exit status {status}.</source>
        <translation>程序已结束，退出状态 {status}。</translation>
    </message>
    <message>
        <source>The program has ended.</source>
        <translation>程序已结束。</translation>
    </message>
    <message>
        <source>Paste into the terminal</source>
        <translation>粘贴到终端</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>将 %n 行粘贴到终端？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>粘贴 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask again in this terminal</source>
        <translation>在此终端中不再询问</translation>
    </message>
    <message>
        <source>Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu copies what it shows.</source>
        <translation>按键会发送给程序。Ctrl+Tab 离开终端；菜单中的“复制屏幕”会复制其显示的内容。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Copy screen</source>
        <translation>复制屏幕</translation>
    </message>
    <message>
        <source>Clear what has scrolled away</source>
        <translation>清除已滚出的内容</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>Open Davit</source>
        <translation>打开 Davit</translation>
    </message>
    <message>
        <source>No container is running</source>
        <translation>没有容器在运行</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>另有 %n 个…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Davit: %n container(s) running</source>
        <translation>
            <numerusform>Davit：%n 个容器运行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Davit: idle</source>
        <translation>Davit：空闲</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>完成：{what}</translation>
    </message>
    <message>
        <source>Back to the volumes (Alt+Left)</source>
        <translation>返回卷列表 (Alt+Left)</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>克隆…</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>卷</translation>
    </message>
    <message>
        <source>Not used by any container</source>
        <translation>没有容器使用</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Import into it…</source>
        <translation>导入到其中…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>{name} (anonymous)</source>
        <translation>{name}（匿名）</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} 或更多</translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation>创建卷</translation>
    </message>
    <message>
        <source>A volume keeps files when the containers that use it are deleted.</source>
        <translation>使用卷的容器被删除时，卷会保留文件。</translation>
    </message>
    <message>
        <source>Driver and labels</source>
        <translation>驱动与标签</translation>
    </message>
    <message numerus="yes">
        <source>Pause them meanwhile</source>
        <translation>
            <numerusform>期间暂停它们</numerusform>
        </translation>
    </message>
    <message>
        <source>Export volume</source>
        <translation>导出卷</translation>
    </message>
    <message>
        <source>All files of {name} are written to an archive.</source>
        <translation>{name} 的所有文件会写入归档。</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the archive could hold half-written files.</source>
        <translation>{names} 可能在此期间写入；归档中可能含有未写完的文件。</translation>
    </message>
    <message>
        <source>Clone volume</source>
        <translation>克隆卷</translation>
    </message>
    <message>
        <source>All files of {name} are copied into a new volume.</source>
        <translation>{name} 的所有文件会复制到新卷。</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>副本的名称</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the copy could hold half-written files.</source>
        <translation>{names} 可能在此期间写入；副本中可能含有未写完的文件。</translation>
    </message>
    <message>
        <source>Import volume</source>
        <translation>导入卷</translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n file(s) and folder(s), {size}.</source>
        <translation>
            <numerusform>{file} 含有 %n 个文件和文件夹，{size}。</numerusform>
        </translation>
    </message>
    <message>
        <source>A new volume</source>
        <translation>新卷</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>导入到</translation>
    </message>
    <message>
        <source>Already there: {names}. Files of the same name are replaced, others stay.</source>
        <translation>已存在：{names}。同名文件会被替换，其他文件保留。</translation>
    </message>
    <message>
        <source>Nothing at its top has the same name. What is there stays.</source>
        <translation>顶层没有同名内容。现有内容会保留。</translation>
    </message>
    <message>
        <source>{names} may read or write there meanwhile.</source>
        <translation>{names} 可能在此期间读取或写入。</translation>
    </message>
    <message>
        <source>Their files are gone for good. This cannot be undone.</source>
        <translation>其中的文件将永久消失。此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>删除卷</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)</source>
        <translation>
            <numerusform>删除 %n 个卷</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} come free on the disk</source>
        <translation>将释放 {size} 磁盘空间</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>尚未统计</translation>
    </message>
    <message>
        <source>Creating volume {name}</source>
        <translation>正在创建卷 {name}</translation>
    </message>
    <message>
        <source>Cannot create volume {name}</source>
        <translation>无法创建卷 {name}</translation>
    </message>
    <message>
        <source>Created volume {name}</source>
        <translation>已创建卷 {name}</translation>
    </message>
    <message>
        <source>Delete the volume {name}?</source>
        <translation>删除卷 {name}？</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)?</source>
        <translation>
            <numerusform>删除 %n 个卷？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) in use stay.</source>
        <translation>
            <numerusform>%n 个使用中的卷会保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete volumes</source>
        <translation>删除卷</translation>
    </message>
    <message>
        <source>Prune unused volumes</source>
        <translation>清理未使用的卷</translation>
    </message>
    <message>
        <source>Anonymous only</source>
        <translation>仅匿名</translation>
    </message>
    <message>
        <source>All unused</source>
        <translation>所有未使用</translation>
    </message>
    <message>
        <source>No container uses them, running or not.</source>
        <translation>没有容器使用它们，无论是否在运行。</translation>
    </message>
    <message>
        <source>Deleting volume {name}</source>
        <translation>正在删除卷 {name}</translation>
    </message>
    <message>
        <source>Cannot delete volume {name}</source>
        <translation>无法删除卷 {name}</translation>
    </message>
    <message>
        <source>Deleted volume {name}</source>
        <translation>已删除卷 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n volume(s)</source>
        <translation>
            <numerusform>正在删除 %n 个卷</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty volume</source>
        <translation>清空卷</translation>
    </message>
    <message>
        <source>Delete all files of the volume {name}?</source>
        <translation>删除卷 {name} 的所有文件？</translation>
    </message>
    <message>
        <source>Running containers use it: {names}.</source>
        <translation>运行中的容器正在使用它：{names}。</translation>
    </message>
    <message>
        <source>Emptying volume {name}</source>
        <translation>正在清空卷 {name}</translation>
    </message>
    <message>
        <source>Cannot empty volume {name}</source>
        <translation>无法清空卷 {name}</translation>
    </message>
    <message>
        <source>Emptied volume {name}</source>
        <translation>已清空卷 {name}</translation>
    </message>
    <message>
        <source>Copied the name of the volume</source>
        <translation>已复制卷的名称</translation>
    </message>
    <message>
        <source>Compressed archives (*.tar.gz *.tgz)</source>
        <translation>压缩归档 (*.tar.gz *.tgz)</translation>
    </message>
    <message>
        <source>Exporting volume {name}</source>
        <translation>正在导出卷 {name}</translation>
    </message>
    <message>
        <source>Cannot export volume {name}</source>
        <translation>无法导出卷 {name}</translation>
    </message>
    <message>
        <source>Exported volume {name}</source>
        <translation>已导出卷 {name}</translation>
    </message>
    <message>
        <source>Cloning volume {name}</source>
        <translation>正在克隆卷 {name}</translation>
    </message>
    <message>
        <source>Cannot clone volume {name}</source>
        <translation>无法克隆卷 {name}</translation>
    </message>
    <message>
        <source>Cloned volume {name}</source>
        <translation>已克隆卷 {name}</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</source>
        <translation>归档 (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</translation>
    </message>
    <message>
        <source>Cannot import {file}</source>
        <translation>无法导入 {file}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Importing volume {name}</source>
        <translation>正在导入卷 {name}</translation>
    </message>
    <message>
        <source>Cannot import volume {name}</source>
        <translation>无法导入卷 {name}</translation>
    </message>
    <message>
        <source>Imported volume {name}</source>
        <translation>已导入卷 {name}</translation>
    </message>
    <message>
        <source>It is used by {names}</source>
        <translation>正被 {names} 使用</translation>
    </message>
    <message numerus="yes">
        <source>Delete these containers first; stopped ones count too.</source>
        <translation>
            <numerusform>请先删除这些容器；已停止的也算在内。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot list volumes</source>
        <translation>无法列出卷</translation>
    </message>
    <message>
        <source>{name}, running</source>
        <translation>{name}，运行中</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>堆栈</translation>
    </message>
    <message>
        <source>Filter by name, container or stack</source>
        <translation>按名称、容器或堆栈筛选</translation>
    </message>
    <message>
        <source>No volumes</source>
        <translation>没有卷</translation>
    </message>
    <message>
        <source>{volumes}, {size}</source>
        <translation>{volumes}，{size}</translation>
    </message>
    <message>
        <source>{words} ({size} unused)</source>
        <translation>{words}（{size} 未使用）</translation>
    </message>
    <message>
        <source>Welcome to Davit</source>
        <translation>欢迎使用 Davit</translation>
    </message>
    <message>
        <source>Containers are Linux programs. They run in a small Linux machine of their own, inside this computer. Nothing is sent anywhere, and no account is needed.</source>
        <translation>容器是 Linux 程序。它们在此计算机内专用的小型 Linux 虚拟机中运行。不会向任何地方发送内容，也无需账户。</translation>
    </message>
    <message>
        <source>1  This computer</source>
        <translation>1  此计算机</translation>
    </message>
    <message>
        <source>2  Start the machine</source>
        <translation>2  启动虚拟机</translation>
    </message>
    <message>
        <source>3  Run your first container</source>
        <translation>3  运行您的第一个容器</translation>
    </message>
    <message>
        <source>It runs, on {accelerator}.</source>
        <translation>它在运行，使用 {accelerator}。</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>首次需要稍等片刻。</translation>
    </message>
    <message>
        <source>Its settings are on the Machine page.</source>
        <translation>其设置在“虚拟机”页面上。</translation>
    </message>
    <message>
        <source>It gets a part of this computer&apos;s CPUs and memory, and a disk that takes only what is used. All of that can be changed later.</source>
        <translation>它会获得此计算机的一部分 CPU 和内存，以及一个只占用实际使用量的磁盘。这些以后都可以更改。</translation>
    </message>
    <message>
        <source>Cannot check this computer</source>
        <translation>无法检查此计算机</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else.</source>
        <translation>只向 {host} 查询版本列表，不发送其他任何信息。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>A small web page that came with Davit. It opens in your browser and needs no network.</source>
        <translation>Davit 自带的小网页。它会在浏览器中打开，无需网络。</translation>
    </message>
    <message>
        <source>{file} is not a whole tar archive: {reason}</source>
        <translation>{file} 不是完整的 tar 归档：{reason}</translation>
    </message>
    <message>
        <source>There is a volume {name} already</source>
        <translation>已有卷 {name}</translation>
    </message>
    <message>
        <source>Cannot let docker use this engine</source>
        <translation>无法让 docker 使用此引擎</translation>
    </message>
    <message>
        <source>Containers are Linux programs with all they need. An engine runs them in the background. Nothing is sent anywhere, and no account is needed.</source>
        <translation>容器是自带所需一切的 Linux 程序。引擎在后台运行它们。不会向任何地方发送任何内容，也不需要帐户。</translation>
    </message>
    <message>
        <source>Let docker use this engine</source>
        <translation>让 docker 使用此引擎</translation>
    </message>
    <message>
        <source>2  Run your first container</source>
        <translation>2  运行您的第一个容器</translation>
    </message>
    <message>
        <source>Letting docker use this engine</source>
        <translation>正在让 docker 使用此引擎</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>check of the machine</comment>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>settings</source>
        <comment>check of the machine</comment>
        <translation>设置</translation>
    </message>
    <message>
        <source>accelerator</source>
        <comment>check of the machine</comment>
        <translation>加速器</translation>
    </message>
    <message>
        <source>supervisor</source>
        <comment>check of the machine</comment>
        <translation>监管程序</translation>
    </message>
    <message>
        <source>engine</source>
        <comment>check of the machine</comment>
        <translation>引擎</translation>
    </message>
    <message>
        <source>clock</source>
        <comment>check of the machine</comment>
        <translation>时钟</translation>
    </message>
    <message>
        <source>none</source>
        <comment>check of the machine</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>not set up</source>
        <comment>what the machine is</comment>
        <translation>未设置</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the machine is</comment>
        <translation>已停止</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>what the machine is</comment>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running</source>
        <comment>what the machine is</comment>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>what the machine is</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>asleep</source>
        <comment>what the machine is</comment>
        <translation>已休眠</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>what the machine is</comment>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the machine is</comment>
        <translation>已失败</translation>
    </message>
    <message>
        <source>start</source>
        <comment>what is done to the machine</comment>
        <translation>启动</translation>
    </message>
    <message>
        <source>put to sleep</source>
        <comment>what is done to the machine</comment>
        <translation>休眠</translation>
    </message>
    <message>
        <source>pause</source>
        <comment>what is done to the machine</comment>
        <translation>暂停</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>what is done to the machine</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>clean up</source>
        <comment>what is done to the machine</comment>
        <translation>清理</translation>
    </message>
    <message>
        <source>upgrade</source>
        <comment>what is done to the machine</comment>
        <translation>升级</translation>
    </message>
    <message>
        <source>repair</source>
        <comment>what is done to the machine</comment>
        <translation>修复</translation>
    </message>
    <message>
        <source>change</source>
        <comment>what is done to the machine</comment>
        <translation>更改</translation>
    </message>
    <message>
        <source>Cannot keep the download in {folder}</source>
        <translation>无法将下载内容保存在 {folder}</translation>
    </message>
    <message>
        <source>{name} is not the file that was signed</source>
        <translation>{name} 不是已签名的文件</translation>
    </message>
    <message>
        <source>It was damaged or changed on the way, and has been deleted. Try again.</source>
        <translation>它在传输途中损坏或被更改，已被删除。请重试。</translation>
    </message>
    <message>
        <source>The download of {name} broke off</source>
        <translation>{name} 的下载中断了</translation>
    </message>
    <message>
        <source>What has come is kept. Check the network, then try again.</source>
        <translation>已下载的部分会保留。请检查网络后重试。</translation>
    </message>
    <message>
        <source>The server does not give {name} (status {status})</source>
        <translation>服务器未提供 {name}（状态 {status}）</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>{name} is longer than the file that was signed</source>
        <translation>{name} 比已签名的文件更长</translation>
    </message>
    <message>
        <source>The server is not to be trusted. Nothing was installed.</source>
        <translation>该服务器不可信。未安装任何内容。</translation>
    </message>
    <message>
        <source>it ended after {size}</source>
        <translation>在 {size} 后结束</translation>
    </message>
    <message>
        <source>The server of the updates is too slow</source>
        <translation>更新服务器太慢</translation>
    </message>
    <message>
        <source>What has come is kept. Try again later.</source>
        <translation>已下载的部分会保留。请稍后重试。</translation>
    </message>
    <message>
        <source>There is no room for the download in {folder}</source>
        <translation>{folder} 中没有足够空间用于下载</translation>
    </message>
    <message>
        <source>It needs {size}, and {free} are free. Delete files to make room.</source>
        <translation>需要 {size}，可用 {free}。请删除文件以腾出空间。</translation>
    </message>
    <message>
        <source>Type: {command}</source>
        <translation>请输入：{command}</translation>
    </message>
    <message>
        <source>Cannot put in {name}</source>
        <translation>无法装入 {name}</translation>
    </message>
    <message>
        <source>The disk image holds no application</source>
        <translation>磁盘映像中没有应用程序</translation>
    </message>
    <message>
        <source>{program} does not end</source>
        <translation>{program} 没有结束</translation>
    </message>
    <message>
        <source>{program} failed</source>
        <translation>{program} 失败</translation>
    </message>
    <message>
        <source>The list of updates does not end</source>
        <translation>更新列表没有结尾</translation>
    </message>
    <message>
        <source>The server has no list of updates (status {status})</source>
        <translation>服务器没有更新列表（状态 {status}）</translation>
    </message>
    <message>
        <source>The list of updates cannot be had</source>
        <translation>无法获取更新列表</translation>
    </message>
    <message>
        <source>The list of updates is past its date</source>
        <translation>更新列表已过期</translation>
    </message>
    <message>
        <source>If this computer&apos;s clock is right, the server was neglected, or somebody on the way keeps newer lists from you. Try again later, or over another network.</source>
        <translation>如果本机时钟正确，则可能是服务器无人维护，或途中有人向您隐瞒较新的列表。请稍后或换个网络重试。</translation>
    </message>
    <message>
        <source>The list of updates is older than the one that was seen before</source>
        <translation>更新列表比之前见过的更旧</translation>
    </message>
    <message>
        <source>The list of updates is not signed by those who make Davit</source>
        <translation>更新列表未由 Davit 的制作者签名</translation>
    </message>
    <message>
        <source>The parts of the list of updates do not belong together</source>
        <translation>更新列表的各部分互不匹配</translation>
    </message>
    <message>
        <source>The list of updates cannot be understood</source>
        <translation>无法理解更新列表</translation>
    </message>
    <message>
        <source>Cannot keep the list of updates in {folder}</source>
        <translation>无法将更新列表保存在 {folder}</translation>
    </message>
    <message>
        <source>Somebody on the way may have changed it. Nothing was installed. Try again later, or over another network.</source>
        <translation>途中可能有人更改了它。未安装任何内容。请稍后或换个网络重试。</translation>
    </message>
    <message>
        <source>The server of the updates cannot be asked</source>
        <translation>无法查询更新服务器</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>请检查网络后重试。</translation>
    </message>
    <message>
        <source>Cannot ask {address} for updates</source>
        <translation>无法向 {address} 查询更新</translation>
    </message>
    <message>
        <source>Its address must begin with https://</source>
        <translation>其地址必须以 https:// 开头</translation>
    </message>
    <message>
        <source>Cannot write to {folder}</source>
        <translation>无法写入 {folder}</translation>
    </message>
    <message>
        <source>Cannot look for updates</source>
        <translation>无法检查更新</translation>
    </message>
    <message>
        <source>Davit {version} did not start</source>
        <translation>Davit {version} 未能启动</translation>
    </message>
    <message>
        <source>Davit {previous} is back in its place</source>
        <translation>已恢复到 Davit {previous}</translation>
    </message>
    <message>
        <source>This version is not offered again. Containers and data are untouched.</source>
        <translation>不会再提供此版本。容器和数据未受影响。</translation>
    </message>
    <message>
        <source>Davit {version} was not installed</source>
        <translation>Davit {version} 未安装</translation>
    </message>
    <message>
        <source>The installation did not come to its end</source>
        <translation>安装没有完成</translation>
    </message>
    <message>
        <source>Try again from the settings.</source>
        <translation>请在设置中重试。</translation>
    </message>
    <message>
        <source>{what} is downloaded</source>
        <translation>{what} 已下载</translation>
    </message>
    <message>
        <source>Cannot download {what}</source>
        <translation>无法下载 {what}</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>正在下载 {what}</translation>
    </message>
    <message>
        <source>Cannot install {what}</source>
        <translation>无法安装 {what}</translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation>正在安装 {what}</translation>
    </message>
    <message>
        <source>Cannot repair Davit</source>
        <translation>无法修复 Davit</translation>
    </message>
    <message>
        <source>Davit {version} is not offered any more</source>
        <translation>不再提供 Davit {version}</translation>
    </message>
    <message>
        <source>Install the newest version from the website.</source>
        <translation>请从网站安装最新版本。</translation>
    </message>
    <message>
        <source>Repairing Davit</source>
        <translation>正在修复 Davit</translation>
    </message>
    <message>
        <source>guest image {version}</source>
        <translation>来宾映像 {version}</translation>
    </message>
    <message>
        <source>There is a new guest image for the machine: {version}</source>
        <translation>虚拟机有新的来宾映像：{version}</translation>
    </message>
    <message>
        <source>There is a new version: Davit {version}</source>
        <translation>有新版本：Davit {version}</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>每天检查一次新版本</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else. Nothing is downloaded or installed without you.</source>
        <translation>只向 {host} 查询版本列表，不发送其他任何信息。未经您同意不会下载或安装任何内容。</translation>
    </message>
    <message>
        <source>Address of a mirror</source>
        <translation>镜像地址</translation>
    </message>
    <message>
        <source>What a mirror gives is verified with the same signatures.</source>
        <translation>镜像提供的内容用相同的签名验证。</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>此处无需任何操作。</translation>
    </message>
    <message>
        <source>Davit came with this system&apos;s packages, which bring new versions as well.</source>
        <translation>Davit 来自本系统的软件包，新版本也由其提供。</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>这是最新版本。</translation>
    </message>
    <message>
        <source>Never looked.</source>
        <translation>从未检查过。</translation>
    </message>
    <message>
        <source>Last looked: {ago}</source>
        <translation>上次检查：{ago}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>下载（{size}）</translation>
    </message>
    <message>
        <source>Install and restart Davit</source>
        <translation>安装并重启 Davit</translation>
    </message>
    <message>
        <source>Restart the machine with it</source>
        <translation>用它重启虚拟机</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>跳过此版本</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}：{done} / {total}</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Install it with:</source>
        <translation>已下载并验证。请用以下命令安装：</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Containers stop while the machine restarts.</source>
        <translation>已下载并验证。虚拟机重启期间容器会停止。</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Davit closes and opens again.</source>
        <translation>已下载并验证。Davit 会关闭并重新打开。</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>已复制命令</translation>
    </message>
    <message>
        <source>{question} {next}</source>
        <comment>two sentences, the first with its mark</comment>
        <translation>{question}{next}</translation>
    </message>
    <message>
        <source>{sentence}. {next}</source>
        <comment>two sentences</comment>
        <translation>{sentence}。{next}</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>The engine went away before the build ended.</source>
        <translation>引擎在构建结束前消失了。</translation>
    </message>
    <message>
        <source>A line of the .dockerignore is only “!”: name what to keep.</source>
        <translation>.dockerignore 中有一行只有“!”：请写明要保留什么。</translation>
    </message>
    <message>
        <source>The .dockerignore has a pattern that cannot be read: {pattern}</source>
        <translation>.dockerignore 中有无法读取的模式：{pattern}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>From {base}</source>
        <translation>来自 {base}</translation>
    </message>
    <message>
        <source>&lt; 0.1 s</source>
        <translation>&lt; 0.1 秒</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the steps print them.</source>
        <translation>尚无输出。步骤输出的行会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing was printed. What comes from the cache is not run again.</source>
        <translation>没有输出。来自缓存的内容不会再次运行。</translation>
    </message>
    <message>
        <source>Cannot list builds</source>
        <translation>无法列出构建</translation>
    </message>
</context>
</TS>
