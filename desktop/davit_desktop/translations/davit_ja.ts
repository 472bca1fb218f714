<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The registry refused {key}</source>
        <translation>レジストリが {key} を拒否しました</translation>
    </message>
    <message>
        <source>The credentials for {server} in {file} are damaged. Log in again.</source>
        <translation>{file} にある {server} の認証情報が壊れています。もう一度ログインしてください。</translation>
    </message>
    <message>
        <source>The credential helper {program} is not installed, but {file} asks for it.</source>
        <translation>認証ヘルパー {program} がインストールされていませんが、{file} で指定されています。</translation>
    </message>
    <message>
        <source>Cannot read {path}: {error}</source>
        <translation>{path} を読み取れません: {error}</translation>
    </message>
    <message>
        <source>{path} is not a JSON object</source>
        <translation>{path} は JSON オブジェクトではありません</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}</source>
        <translation>{path} に書き込めません: {reason}</translation>
    </message>
    <message>
        <source>Cannot read the context &quot;{name}&quot; in {path}: {error}</source>
        <translation>{path} のコンテキスト「{name}」を読み取れません: {error}</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot; exists already and leads to {host}. Choose another name, or remove it: docker context rm {name}</source>
        <translation>Docker コンテキスト「{name}」はすでにあり、{host} を指しています。別の名前を選ぶか、削除してください: docker context rm {name}</translation>
    </message>
    <message>
        <source>The context &quot;{name}&quot; is not Davit&apos;s: docker context rm {name}</source>
        <translation>コンテキスト「{name}」は Davit のものではありません: docker context rm {name}</translation>
    </message>
    <message>
        <source>Cannot remove {file}: {reason}</source>
        <translation>{file} を削除できません: {reason}</translation>
    </message>
    <message>
        <source>The engine ended the output in the middle of a message.</source>
        <translation>エンジンの出力がメッセージの途中で終わりました。</translation>
    </message>
    <message>
        <source>The engine went away before the container ended.</source>
        <translation>コンテナが終了する前にエンジンとの接続が切れました。</translation>
    </message>
    <message>
        <source>The engine ended the log in the middle of a message.</source>
        <translation>エンジンのログがメッセージの途中で終わりました。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer could not be understood: {error}</source>
        <translation>エンジンの応答を解釈できませんでした: {error}</translation>
    </message>
    <message>
        <source>Cannot reach the engine at {host}: {why}. {hint}</source>
        <translation>{host} のエンジンに接続できません: {why}。{hint}</translation>
    </message>
    <message>
        <source>the engine answered with status {status} and no explanation</source>
        <translation>エンジンがステータス {status} を説明なしで返しました</translation>
    </message>
    <message>
        <source>The engine did not say what the path is.</source>
        <translation>パスの種類がエンジンから返されませんでした。</translation>
    </message>
    <message>
        <source>The output is not a multiplexed stream; was it made with a terminal?</source>
        <translation>出力が多重化されたストリームではありません。ターミナル付きで作成されていませんか?</translation>
    </message>
    <message>
        <source>The engine sent a line without end.</source>
        <translation>エンジンから終わりのない行が送られました。</translation>
    </message>
    <message>
        <source>{host!r} is not the address of an engine. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} はエンジンのアドレスではありません。unix:///path/to/engine.sock または tcp://host:port を使ってください。</translation>
    </message>
    <message>
        <source>{host!r} has no valid port: {error}.</source>
        <translation>{host!r} のポートが正しくありません: {error}。</translation>
    </message>
    <message>
        <source>{host!r} names no host. Use tcp://host:port.</source>
        <translation>{host!r} にホスト名がありません。tcp://host:port を使ってください。</translation>
    </message>
    <message>
        <source>Cannot use {host!r}: {scheme}:// is not supported here. Use unix:///path/to/engine.sock or tcp://host:port.</source>
        <translation>{host!r} は使えません: {scheme}:// はここでは対応していません。unix:///path/to/engine.sock または tcp://host:port を使ってください。</translation>
    </message>
    <message>
        <source>The name is too long to ask the engine for it</source>
        <translation>名前が長すぎるため、エンジンに問い合わせできません</translation>
    </message>
    <message>
        <source>The engine at {host} did not open a two-way stream (status {status}). A proxy in between may not pass upgrades on.</source>
        <translation>{host} のエンジンが双方向ストリームを開きませんでした (ステータス {status})。途中のプロキシがアップグレードを通していない可能性があります。</translation>
    </message>
    <message>
        <source>The engine at {host} did not answer in time.</source>
        <translation>{host} のエンジンが時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The engine at {host} ended the connection early: {error}</source>
        <translation>{host} のエンジンが接続を途中で終了しました: {error}</translation>
    </message>
    <message>
        <source>The connection to the engine at {host} broke: {error}</source>
        <translation>{host} のエンジンとの接続が切れました: {error}</translation>
    </message>
    <message>
        <source>{host} leads to a place without TLS</source>
        <translation>{host} は TLS のない場所に誘導します</translation>
    </message>
    <message>
        <source>{host} does not answer in time</source>
        <translation>{host} が時間内に応答しません</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {reason}</source>
        <translation>{host} に接続できません: {reason}</translation>
    </message>
    <message>
        <source>The connection to {host} broke: {reason}</source>
        <translation>{host} との接続が切れました: {reason}</translation>
    </message>
    <message>
        <source>The stream from the engine broke: {error}</source>
        <translation>エンジンからのストリームが切れました: {error}</translation>
    </message>
    <message>
        <source>The stream to the engine broke: {error}</source>
        <translation>エンジンへのストリームが切れました: {error}</translation>
    </message>
    <message>
        <source>Cannot use the certificates in {folder} for {host}: {error}. It must hold ca.pem, cert.pem and key.pem.</source>
        <translation>{host} 用の {folder} の証明書を使えません: {error}。ca.pem、cert.pem、key.pem が必要です。</translation>
    </message>
    <message>
        <source>the socket does not exist</source>
        <translation>ソケットがありません</translation>
    </message>
    <message>
        <source>Is the engine running? Start it with: sudo systemctl start davit-engine, or one in a machine with: davit machine start</source>
        <translation>エンジンは動いていますか? 起動するには: sudo systemctl start davit-engine、マシン内で起動するには: davit machine start</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>権限がありません</translation>
    </message>
    <message>
        <source>Add yourself to the socket&apos;s group (sudo usermod -aG davit $USER) and log in again.</source>
        <translation>ソケットのグループに自分を追加し (sudo usermod -aG davit $USER)、ログインし直してください。</translation>
    </message>
    <message>
        <source>nothing is listening there</source>
        <translation>待ち受けているものがありません</translation>
    </message>
    <message>
        <source>Is the engine running?</source>
        <translation>エンジンは動いていますか?</translation>
    </message>
    <message>
        <source>the host name cannot be resolved</source>
        <translation>ホスト名を解決できません</translation>
    </message>
    <message>
        <source>Check DAVIT_HOST and DOCKER_HOST.</source>
        <translation>DAVIT_HOST と DOCKER_HOST を確認してください。</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>時間内に応答がありませんでした</translation>
    </message>
    <message>
        <source>Check the address and whether a firewall is in between.</source>
        <translation>アドレスと、途中にファイアウォールがないかを確認してください。</translation>
    </message>
    <message>
        <source>There is no davit-engine service on this computer</source>
        <translation>このコンピューターに davit-engine サービスがありません</translation>
    </message>
    <message>
        <source>The service did not start</source>
        <translation>サービスが起動しませんでした</translation>
    </message>
    <message>
        <source>Port {port} is in use by container {name}</source>
        <translation>ポート {port} はコンテナ {name} が使用中です</translation>
    </message>
    <message>
        <source>Windows keeps port {port} for itself</source>
        <translation>ポート {port} は Windows が予約しています</translation>
    </message>
    <message>
        <source>Port {port} is in use by {program}</source>
        <translation>ポート {port} は {program} が使用中です</translation>
    </message>
    <message>
        <source>Port {port} is in use</source>
        <translation>ポート {port} は使用中です</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>別のユーザーのプログラム</translation>
    </message>
    <message>
        <source>{program} (pid {pid})</source>
        <translation>{program} (pid {pid})</translation>
    </message>
    <message>
        <source>the process with pid {pid}</source>
        <translation>pid {pid} のプロセス</translation>
    </message>
    <message>
        <source>Cannot build from {folder}: {reason}</source>
        <translation>{folder} からビルドできません: {reason}</translation>
    </message>
    <message>
        <source>The Dockerfile is named twice: what comes on stdin is no archive, so it is one too</source>
        <translation>Dockerfile が二重に指定されています。stdin の内容はアーカイブではないため、それも Dockerfile です</translation>
    </message>
    <message>
        <source>There is no Dockerfile at {path}. Name it with -f.</source>
        <translation>{path} に Dockerfile がありません。-f で指定してください。</translation>
    </message>
    <message>
        <source>{path} is too large for what it is</source>
        <translation>{path} は大きすぎます</translation>
    </message>
    <message>
        <source>{path} changed while it was read</source>
        <translation>{path} は読み取り中に変更されました</translation>
    </message>
    <message>
        <source>{path} shrank while it was read</source>
        <translation>{path} は読み取り中に小さくなりました</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}</source>
        <translation>{path} を読み取れません: {reason}</translation>
    </message>
    <message>
        <source>Cannot keep the log in {folder}: {reason}. Free some disk space.</source>
        <translation>{folder} にログを保存できません: {reason}。ディスクの空きを増やしてください。</translation>
    </message>
    <message>
        <source>Earlier lines could not be fetched: {reason}</source>
        <translation>以前の行を取得できませんでした: {reason}</translation>
    </message>
    <message>
        <source>Not a time. Write 10m, 2h, 14:30 or 2026-11-21 14:30.</source>
        <comment>example times</comment>
        <translation>時刻ではありません。10m、2h、14:30、2026-11-21 14:30 のように入力してください。</translation>
    </message>
    <message>
        <source>Not a regular expression: {reason}</source>
        <translation>正規表現ではありません: {reason}</translation>
    </message>
    <message>
        <source>Stopped: this expression takes longer than {seconds} s on a part of the log. Try a simpler one, without nested repetition.</source>
        <translation>中止しました。この式はログの一部に {seconds} 秒以上かかります。入れ子の繰り返しのない、より簡単な式を試してください。</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 日</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 時間</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>This user may not use the engine at {socket}.</source>
        <translation>このユーザーは {socket} のエンジンを使えません。</translation>
    </message>
    <message>
        <source>Join its group and log in again: sudo usermod -aG davit $USER. Or run an engine of your own in a machine: davit machine start</source>
        <translation>グループに参加してログインし直してください: sudo usermod -aG davit $USER。または、マシン内に自分用のエンジンを起動します: davit machine start</translation>
    </message>
    <message>
        <source>The engine at {socket} does not run.</source>
        <translation>{socket} のエンジンは動いていません。</translation>
    </message>
    <message>
        <source>Start it: sudo systemctl start davit-engine. Or run one in a machine: davit machine start</source>
        <translation>起動するには: sudo systemctl start davit-engine。マシン内で起動するには: davit machine start</translation>
    </message>
    <message>
        <source>There is no engine on this computer yet.</source>
        <translation>このコンピューターにはまだエンジンがありません。</translation>
    </message>
    <message>
        <source>Start one in a machine of its own: davit machine start</source>
        <translation>専用のマシン内で起動するには: davit machine start</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, does not exist.</source>
        <translation>DOCKER_CONTEXT で指定された Docker コンテキスト「{name}」はありません。</translation>
    </message>
    <message>
        <source>The docker context &quot;{name}&quot;, which DOCKER_CONTEXT asks for, names no engine.</source>
        <translation>DOCKER_CONTEXT で指定された Docker コンテキスト「{name}」にエンジンの指定がありません。</translation>
    </message>
    <message>
        <source>Unset DOCKER_CONTEXT, or choose one of: docker context ls</source>
        <translation>DOCKER_CONTEXT の設定を解除するか、次の一覧から選んでください: docker context ls</translation>
    </message>
    <message>
        <source>The machine is paused. Go on with: davit machine resume</source>
        <translation>マシンは一時停止中です。再開するには: davit machine resume</translation>
    </message>
    <message>
        <source>Starting the machine…</source>
        <translation>マシンを起動しています…</translation>
    </message>
    <message>
        <source>The engine ended the connection</source>
        <translation>エンジンが接続を終了しました</translation>
    </message>
    <message>
        <source>The machine ended</source>
        <translation>マシンが終了しました</translation>
    </message>
    <message>
        <source>{name} ran out of memory and was killed</source>
        <translation>{name} はメモリ不足のため強制終了されました</translation>
    </message>
    <message>
        <source>{name} stopped with code {code}</source>
        <translation>{name} はコード {code} で停止しました</translation>
    </message>
    <message>
        <source>Running ✓</source>
        <translation>実行中 ✓</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>異常</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>再起動中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成済み</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>削除中</translation>
    </message>
    <message>
        <source>Out of memory ({code})</source>
        <translation>メモリ不足 ({code})</translation>
    </message>
    <message>
        <source>Exited ({code})</source>
        <translation>終了 ({code})</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>停止不能</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example.com:3128</source>
        <translation>http://proxy.example.com:3128 のように入力してください</translation>
    </message>
    <message>
        <source>{entry} is no address like https://mirror.example.com</source>
        <translation>{entry} は https://mirror.example.com のようなアドレスではありません</translation>
    </message>
    <message>
        <source>{entry} is neither a registry like registry.example.com:5000 nor a range like 10.0.0.0/8</source>
        <translation>{entry} は registry.example.com:5000 のようなレジストリでも、10.0.0.0/8 のような範囲でもありません</translation>
    </message>
    <message>
        <source>Write the whole path, like /home/me/certs.d</source>
        <translation>/home/me/certs.d のように完全なパスを入力してください</translation>
    </message>
    <message>
        <source>The machine does not see this folder: share it on the Machine page first</source>
        <translation>マシンからこのフォルダーは見えません。先に「マシン」ページで共有してください</translation>
    </message>
    <message>
        <source>The engine could not run it.</source>
        <translation>エンジンが実行できませんでした。</translation>
    </message>
    <message>
        <source>Its command was found but cannot be run.</source>
        <translation>コマンドは見つかりましたが、実行できません。</translation>
    </message>
    <message>
        <source>Its command was not found.</source>
        <translation>コマンドが見つかりませんでした。</translation>
    </message>
    <message>
        <source>It was interrupted (SIGINT), as by Ctrl+C.</source>
        <translation>Ctrl+C などで中断されました (SIGINT)。</translation>
    </message>
    <message>
        <source>It gave up (SIGABRT).</source>
        <translation>異常のため自ら終了しました (SIGABRT)。</translation>
    </message>
    <message>
        <source>It was killed (SIGKILL): by somebody, or because it did not stop in time.</source>
        <translation>強制終了されました (SIGKILL)。誰かが終了させたか、時間内に停止しませんでした。</translation>
    </message>
    <message>
        <source>It crashed: it used memory that is not its own (SIGSEGV).</source>
        <translation>クラッシュしました。割り当てられていないメモリを使いました (SIGSEGV)。</translation>
    </message>
    <message>
        <source>It was asked to stop (SIGTERM), and did.</source>
        <translation>停止を求められ (SIGTERM)、停止しました。</translation>
    </message>
    <message>
        <source>The kernel killed it: it wanted more memory than its limit.</source>
        <translation>上限を超えるメモリを使おうとしたため、カーネルに強制終了されました。</translation>
    </message>
    <message>
        <source>It ended by itself, without an error.</source>
        <translation>エラーなしで自然に終了しました。</translation>
    </message>
    <message>
        <source>It was ended by the signal {name}.</source>
        <translation>シグナル {name} で終了しました。</translation>
    </message>
    <message>
        <source>It ended with the error code {code}.</source>
        <translation>エラーコード {code} で終了しました。</translation>
    </message>
    <message>
        <source>Its lines end in different ways.</source>
        <translation>行の終わり方が統一されていません。</translation>
    </message>
    <message>
        <source>It holds control characters that an editor would lose.</source>
        <translation>エディターでは失われる制御文字が含まれています。</translation>
    </message>
    <message>
        <source>It has lines too long to edit.</source>
        <translation>編集するには長すぎる行があります。</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>環境変数</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>ボリューム</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>ヘルスチェック</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Built with Docker</source>
        <translation>ビルドした Docker</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>親</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>プラットフォーム</translation>
    </message>
    <message>
        <source>Entrypoint</source>
        <translation>エントリポイント</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>作業フォルダー</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>シェル</translation>
    </message>
    <message>
        <source>Stop signal</source>
        <translation>停止シグナル</translation>
    </message>
    <message>
        <source>On build</source>
        <translation>ビルド時</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>制限時間</translation>
    </message>
    <message>
        <source>Starts after</source>
        <translation>開始までの時間</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>再試行回数</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) are made from it: {names}</source>
        <translation>
            <numerusform>%n 個のコンテナがこれから作られています: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>The container {names} is made from it</source>
        <translation>コンテナ {names} はこれから作られています</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>containers</comment>
        <translation>
            <numerusform> ほか %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the container first.</source>
        <translation>先にコンテナを削除してください。</translation>
    </message>
    <message>
        <source>Delete the containers first.</source>
        <translation>先にコンテナを削除してください。</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>マウント</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Limits and restart</source>
        <translation>制限と再起動</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>セキュリティ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Image id</source>
        <translation>イメージ ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>終了コード</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>メモリ不足</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>プロセス ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>再起動回数</translation>
    </message>
    <message>
        <source>Storage driver</source>
        <translation>ストレージドライバー</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>ランタイム</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>ログドライバー</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>作業ディレクトリ</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>ターミナル</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>標準入力</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開いている</translation>
    </message>
    <message>
        <source>Init process</source>
        <translation>init プロセス</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>非公開</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>アドレスなし</translation>
    </message>
    <message>
        <source>gateway {address}</source>
        <translation>ゲートウェイ {address}</translation>
    </message>
    <message>
        <source>MAC {address}</source>
        <translation>MAC {address}</translation>
    </message>
    <message>
        <source>aliases {names}</source>
        <translation>別名 {names}</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>再起動ポリシー</translation>
    </message>
    <message>
        <source>{policy}, at most {count} times</source>
        <translation>{policy}、最大 {count} 回</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU 数</translation>
    </message>
    <message>
        <source>CPU set</source>
        <translation>CPU セット</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス数</translation>
    </message>
    <message>
        <source>Removed when stopped</source>
        <translation>停止時に削除</translation>
    </message>
    <message>
        <source>Privileged</source>
        <translation>特権</translation>
    </message>
    <message>
        <source>Added capabilities</source>
        <translation>追加したケーパビリティ</translation>
    </message>
    <message>
        <source>Dropped capabilities</source>
        <translation>外したケーパビリティ</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Failing streak</source>
        <translation>連続失敗回数</translation>
    </message>
    <message>
        <source>exit code {code}: {output}</source>
        <translation>終了コード {code}: {output}</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>its user</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>a database that it makes</source>
        <translation>作成するデータベース</translation>
    </message>
    <message>
        <source>that you accept its licence</source>
        <translation>ライセンスへの同意</translation>
    </message>
    <message>
        <source>its user and password, as neo4j/password</source>
        <translation>ユーザーとパスワード (neo4j/password の形式)</translation>
    </message>
    <message>
        <source>that it stands alone</source>
        <translation>単独で動かすという指定</translation>
    </message>
    <message>
        <source>the e-mail to sign in with</source>
        <translation>サインイン用のメールアドレス</translation>
    </message>
    <message>
        <source>Start QEMU</source>
        <translation>QEMU を起動</translation>
    </message>
    <message>
        <source>Boot the kernel</source>
        <translation>カーネルを起動</translation>
    </message>
    <message>
        <source>Mount the system</source>
        <translation>システムをマウント</translation>
    </message>
    <message>
        <source>Check the data disk</source>
        <translation>データディスクを確認</translation>
    </message>
    <message>
        <source>Set up the network</source>
        <translation>ネットワークを設定</translation>
    </message>
    <message>
        <source>Start the engine</source>
        <translation>エンジンを起動</translation>
    </message>
    <message>
        <source>Open the Docker endpoint</source>
        <translation>Docker エンドポイントを開く</translation>
    </message>
    <message>
        <source>software emulation</source>
        <translation>ソフトウェアエミュレーション</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>disk size</source>
        <translation>ディスクサイズ</translation>
    </message>
    <message>
        <source>shared folders</source>
        <translation>共有フォルダー</translation>
    </message>
    <message>
        <source>ports of this computer</source>
        <translation>このコンピューターのポート</translation>
    </message>
    <message>
        <source>idle stop</source>
        <translation>アイドル時の停止</translation>
    </message>
    <message>
        <source>accelerator</source>
        <translation>アクセラレーター</translation>
    </message>
    <message>
        <source>guest image</source>
        <translation>ゲストイメージ</translation>
    </message>
    <message>
        <source>share transport</source>
        <translation>共有の転送方式</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>プロキシ</translation>
    </message>
    <message>
        <source>engine settings</source>
        <translation>エンジンの設定</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <comment>state of the machine</comment>
        <translation>レスキュー</translation>
    </message>
    <message>
        <source>Not set up</source>
        <comment>state of the machine</comment>
        <translation>未設定</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>state of the machine</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>Starting</source>
        <comment>state of the machine</comment>
        <translation>起動中</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>state of the machine</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>state of the machine</comment>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Asleep</source>
        <comment>state of the machine</comment>
        <translation>スリープ中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <comment>state of the machine</comment>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>state of the machine</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Machine: rescue</source>
        <translation>マシン: レスキュー</translation>
    </message>
    <message>
        <source>Machine: not set up</source>
        <translation>マシン: 未設定</translation>
    </message>
    <message>
        <source>Machine: stopped</source>
        <translation>マシン: 停止</translation>
    </message>
    <message>
        <source>Machine: starting</source>
        <translation>マシン: 起動中</translation>
    </message>
    <message>
        <source>Machine: running</source>
        <translation>マシン: 実行中</translation>
    </message>
    <message>
        <source>Machine: paused</source>
        <translation>マシン: 一時停止中</translation>
    </message>
    <message>
        <source>Machine: asleep</source>
        <translation>マシン: スリープ中</translation>
    </message>
    <message>
        <source>Machine: stopping</source>
        <translation>マシン: 停止処理中</translation>
    </message>
    <message>
        <source>Machine: failed</source>
        <translation>マシン: 失敗</translation>
    </message>
    <message>
        <source>the data disk needs a repair</source>
        <translation>データディスクの修復が必要です</translation>
    </message>
    <message>
        <source>the machine is not set up</source>
        <translation>マシンは設定されていません</translation>
    </message>
    <message>
        <source>the machine is stopped</source>
        <translation>マシンは停止しています</translation>
    </message>
    <message>
        <source>the machine is starting</source>
        <translation>マシンは起動中です</translation>
    </message>
    <message>
        <source>the machine is running</source>
        <translation>マシンは実行中です</translation>
    </message>
    <message>
        <source>the machine is paused</source>
        <translation>マシンは一時停止中です</translation>
    </message>
    <message>
        <source>the machine is asleep</source>
        <translation>マシンはスリープ中です</translation>
    </message>
    <message>
        <source>the machine is stopping</source>
        <translation>マシンは停止処理中です</translation>
    </message>
    <message>
        <source>the machine is failed</source>
        <translation>マシンは失敗しています</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>エミュレーション</translation>
    </message>
    <message>
        <source>Set up and start</source>
        <translation>設定して起動</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>スリープ解除</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Set up and start the machine</source>
        <translation>マシンを設定して起動</translation>
    </message>
    <message>
        <source>Wake the machine</source>
        <translation>マシンのスリープを解除</translation>
    </message>
    <message>
        <source>Start the machine</source>
        <translation>マシンを起動</translation>
    </message>
    <message>
        <source>This computer has {count}; more make the machine slower.</source>
        <translation>このコンピューターの CPU は {count} 個です。これより多いとマシンが遅くなります。</translation>
    </message>
    <message>
        <source>All of this computer&apos;s CPUs: other programs may stutter while containers work.</source>
        <translation>このコンピューターのすべての CPU です。コンテナの動作中、ほかのプログラムが滞ることがあります。</translation>
    </message>
    <message>
        <source>More than three quarters of this computer&apos;s memory: it may begin to swap.</source>
        <translation>このコンピューターのメモリの 4 分の 3 を超えています。スワップが始まることがあります。</translation>
    </message>
    <message>
        <source>More than is free on this computer&apos;s disk: the machine may find it full one day.</source>
        <translation>このコンピューターのディスクの空きを超えています。いずれ空きがなくなることがあります。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names}, {last}</translation>
    </message>
    <message>
        <source>{word} is not a port: write numbers from 1 to 65535, or all</source>
        <translation>{word} はポートではありません。1 から 65535 までの数字、または all と入力してください</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>After 5 minutes</source>
        <translation>5 分後</translation>
    </message>
    <message>
        <source>After 15 minutes</source>
        <translation>15 分後</translation>
    </message>
    <message>
        <source>After 30 minutes</source>
        <translation>30 分後</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>1 時間後</translation>
    </message>
    <message>
        <source>After {count} min</source>
        <translation>{count} 分後</translation>
    </message>
    <message>
        <source>After {count} s</source>
        <translation>{count} 秒後</translation>
    </message>
    <message>
        <source>Still running</source>
        <translation>実行中のまま</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Fell asleep</source>
        <translation>スリープに移行</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>クラッシュ</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>強制終了</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>end of a start</comment>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>end of a start</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>end of a start</comment>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要注意</translation>
    </message>
    <message>
        <source>Install {name}</source>
        <translation>{name} をインストール</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>オンにする</translation>
    </message>
    <message>
        <source>Join the group {name}</source>
        <translation>グループ {name} に参加</translation>
    </message>
    <message>
        <source>Let it use the hypervisor</source>
        <translation>ハイパーバイザーの使用を許可</translation>
    </message>
    <message>
        <source>Release from quarantine</source>
        <translation>隔離を解除</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Restart this computer for it to count. Until then Davit works in emulation, which is slower.</source>
        <translation>有効にするにはこのコンピューターを再起動してください。それまで Davit は低速なエミュレーションで動きます。</translation>
    </message>
    <message>
        <source>Log out and in again for it to count.</source>
        <translation>有効にするにはログアウトして再度ログインしてください。</translation>
    </message>
    <message>
        <source>{count} of {all} checks needs attention</source>
        <comment>one check</comment>
        <translation>{all} 件の確認のうち {count} 件に注意が必要</translation>
    </message>
    <message>
        <source>{count} of {all} checks need attention</source>
        <comment>several checks</comment>
        <translation>{all} 件の確認のうち {count} 件に注意が必要</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n 件の確認に合格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verdict}, %n could not be tried.</source>
        <translation>
            <numerusform>{verdict}、%n 件は確認できませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>{verdict}.</source>
        <translation>{verdict}。</translation>
    </message>
    <message>
        <source>There is a network of this name already</source>
        <translation>この名前のネットワークはすでにあります</translation>
    </message>
    <message>
        <source>A gateway needs a subnet</source>
        <translation>ゲートウェイにはサブネットが必要です</translation>
    </message>
    <message>
        <source>The subnet must be like 172.30.0.0/16</source>
        <translation>サブネットは 172.30.0.0/16 のように入力してください</translation>
    </message>
    <message>
        <source>The subnet overlaps that of {name}, {subnet}</source>
        <translation>サブネットが {name} のサブネット {subnet} と重なっています</translation>
    </message>
    <message>
        <source>The gateway must be like 172.30.0.1</source>
        <translation>ゲートウェイは 172.30.0.1 のように入力してください</translation>
    </message>
    <message>
        <source>The gateway is not in the subnet</source>
        <translation>ゲートウェイがサブネットに含まれていません</translation>
    </message>
    <message>
        <source>the window shows the container&apos;s log instead</source>
        <translation>代わりにウィンドウにコンテナのログが表示されるため</translation>
    </message>
    <message>
        <source>it is about signals that a terminal sends</source>
        <translation>ターミナルが送るシグナルに関するものであるため</translation>
    </message>
    <message>
        <source>it is about keys pressed in a terminal</source>
        <translation>ターミナルで押すキーに関するものであるため</translation>
    </message>
    <message>
        <source>it is about what a terminal prints</source>
        <translation>ターミナルの表示に関するものであるため</translation>
    </message>
    <message>
        <source>the window writes no such file</source>
        <translation>ウィンドウはそのようなファイルを書かないため</translation>
    </message>
    <message>
        <source>it says what is so anyway</source>
        <translation>指定しなくても同じであるため</translation>
    </message>
    <message>
        <source>engines take it no longer</source>
        <translation>エンジンが対応しなくなったため</translation>
    </message>
    <message>
        <source>The text is too long to be a command.</source>
        <translation>テキストが長すぎて、コマンドとして扱えません。</translation>
    </message>
    <message>
        <source>This is not a command: {why}.</source>
        <translation>コマンドではありません: {why}。</translation>
    </message>
    <message>
        <source>There is no docker run in this text.</source>
        <translation>このテキストに docker run がありません。</translation>
    </message>
    <message>
        <source>The command names no image.</source>
        <translation>コマンドにイメージの指定がありません。</translation>
    </message>
    <message>
        <source>{part}: only your shell knows what stands for it. Put it in by hand.</source>
        <translation>{part}: 値はシェルにしかわかりません。手動で入力してください。</translation>
    </message>
    <message>
        <source>What follows the command is not taken: {rest}</source>
        <translation>コマンドの後ろは取り込まれません: {rest}</translation>
    </message>
    <message>
        <source>{flag}: it runs in the engine that this window shows.</source>
        <translation>{flag}: このウィンドウに表示中のエンジンで実行されます。</translation>
    </message>
    <message>
        <source>docker create does not start the container; here it is started.</source>
        <translation>docker create はコンテナを開始しませんが、ここでは開始します。</translation>
    </message>
    <message>
        <source>{flag}: docker run has no such flag.</source>
        <translation>{flag}: docker run にそのようなフラグはありません。</translation>
    </message>
    <message>
        <source>{flag}: it needs a value.</source>
        <translation>{flag}: 値が必要です。</translation>
    </message>
    <message>
        <source>{flag} is not taken: {why}.</source>
        <translation>{flag} は取り込まれません: {why}。</translation>
    </message>
    <message>
        <source>{path}: Davit does not know the folder it starts from. Choose it by hand.</source>
        <translation>{path}: 起点となるフォルダーが不明です。手動で選んでください。</translation>
    </message>
    <message>
        <source>The engine does not answer</source>
        <translation>エンジンが応答しません</translation>
    </message>
    <message>
        <source>The connection to the engine broke</source>
        <translation>エンジンとの接続が切れました</translation>
    </message>
    <message>
        <source>See whether it happened all the same, then try again.</source>
        <translation>処理が行われたかどうかを確認してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Davit made a mistake</source>
        <translation>Davit で問題が発生しました</translation>
    </message>
    <message>
        <source>Please report it with the details.</source>
        <translation>詳細を添えて報告してください。</translation>
    </message>
    <message>
        <source>Stop what uses it, or publish another port of this computer.</source>
        <translation>使用しているものを停止するか、このコンピューターの別のポートで公開してください。</translation>
    </message>
    <message>
        <source>The image has no program {program}</source>
        <translation>イメージにプログラム {program} がありません</translation>
    </message>
    <message>
        <source>Check the command and the entrypoint.</source>
        <translation>コマンドとエントリポイントを確認してください。</translation>
    </message>
    <message>
        <source>Pull the image first.</source>
        <translation>先にイメージを取得してください。</translation>
    </message>
    <message>
        <source>Choose another name, or delete the other container.</source>
        <translation>別の名前を選ぶか、もう一方のコンテナを削除してください。</translation>
    </message>
    <message>
        <source>The registry {registry} cannot be reached: {reason}</source>
        <translation>レジストリ {registry} に接続できません: {reason}</translation>
    </message>
    <message>
        <source>Check the image&apos;s name and the network.</source>
        <translation>イメージの名前とネットワークを確認してください。</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>理由は示されていません</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>取得済み</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>検証中</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>ダウンロード済み</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>送信済み</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>Extracting</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>Pushing</source>
        <translation>送信中</translation>
    </message>
    <message>
        <source>The registry has no image of this name and tag</source>
        <translation>この名前とタグのイメージはレジストリにありません</translation>
    </message>
    <message>
        <source>Check the name, or search: the tags there are will be listed.</source>
        <translation>名前を確認するか、検索してください。存在するタグが一覧表示されます。</translation>
    </message>
    <message>
        <source>The registry has no such repository, or shows it only to some</source>
        <translation>このリポジトリはレジストリにないか、一部の人にのみ公開されています</translation>
    </message>
    <message>
        <source>Check the name, or log in.</source>
        <translation>名前を確認するか、ログインしてください。</translation>
    </message>
    <message>
        <source>The registry wants a login</source>
        <translation>レジストリへのログインが必要です</translation>
    </message>
    <message>
        <source>Log in and try again.</source>
        <translation>ログインしてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>A quote is not closed</source>
        <translation>引用符が閉じていません</translation>
    </message>
    <message>
        <source>Write a flag of docker run, such as --ulimit nofile=1024</source>
        <translation>--ulimit nofile=1024 のような docker run のフラグを入力してください</translation>
    </message>
    <message>
        <source>A flag and its value belong on one line, and nothing else</source>
        <translation>1 行にはフラグとその値だけを入力してください</translation>
    </message>
    <message>
        <source>Give the whole path of the folder</source>
        <translation>フォルダーの完全なパスを入力してください</translation>
    </message>
    <message>
        <source>{image} is not the name of an image</source>
        <translation>{image} はイメージの名前ではありません</translation>
    </message>
    <message>
        <source>A name has two or more letters, digits, _ . or -, the first a letter or digit</source>
        <translation>名前は英数字と _ . - の 2 文字以上で、先頭は英字か数字です</translation>
    </message>
    <message>
        <source>There is a container named {name}</source>
        <translation>{name} という名前のコンテナがあります</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n 個の変数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n 個のボリューム</numerusform>
        </translation>
    </message>
    <message>
        <source>{running} running of {total}</source>
        <translation>{total} 個中 {running} 個が実行中</translation>
    </message>
    <message>
        <source>There is a volume of this name already</source>
        <translation>この名前のボリュームはすでにあります</translation>
    </message>
    <message>
        <source>Two or more letters, digits and _ . - only, a letter or digit first</source>
        <translation>英数字と _ . - のみ 2 文字以上、先頭は英字か数字</translation>
    </message>
    <message>
        <source>{line}: write it as name=value</source>
        <translation>{line}: name=value の形式で入力してください</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>ドライバー</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>スコープ</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>このコンピューターのフォルダー</translation>
    </message>
    <message>
        <source>Driver options</source>
        <translation>ドライバーのオプション</translation>
    </message>
    <message>
        <source>The engine&apos;s archive could not be read: {error}</source>
        <translation>エンジンのアーカイブを読み取れませんでした: {error}</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>通常のファイルではありません</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>キャッシュから</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>ビルド中</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>{cached} of {steps} from cache</source>
        <translation>{steps} 件中 {cached} 件がキャッシュから</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Filter by words or command</source>
        <translation>語句またはコマンドで絞り込み</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>まだ操作がありません</translation>
    </message>
    <message>
        <source>What you do in this window is listed here, with the command that does the same.</source>
        <translation>このウィンドウでの操作が、同じことをするコマンドとともにここに表示されます。</translation>
    </message>
    <message>
        <source>Export as script…</source>
        <translation>スクリプトとして書き出し…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>消去…</translation>
    </message>
    <message>
        <source>Copy as docker command</source>
        <translation>docker コマンドとしてコピー</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details of what is selected</source>
        <translation>選択項目の詳細</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Export as script</source>
        <translation>スクリプトとして書き出し</translation>
    </message>
    <message>
        <source>Cannot write {file}</source>
        <translation>{file} に書き込めません</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>{file} に保存しました</translation>
    </message>
    <message>
        <source>Clear activity</source>
        <translation>アクティビティを消去</translation>
    </message>
    <message numerus="yes">
        <source>The journal of %n action(s) will be forgotten.</source>
        <translation>
            <numerusform>%n 件の操作の記録が消去されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Containers, images and volumes stay as they are.</source>
        <translation>コンテナ、イメージ、ボリュームはそのまま残ります。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Cannot clear the activity</source>
        <translation>アクティビティを消去できません</translation>
    </message>
    <message>
        <source>Bring back what was deleted just now (Ctrl+Z)</source>
        <translation>直前に削除したものを元に戻す (Ctrl+Z)</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n 件を削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back {name}</source>
        <translation>{name} を元に戻す</translation>
    </message>
    <message>
        <source>Bring back all</source>
        <translation>すべて元に戻す</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>選択を解除 (Esc)</translation>
    </message>
    <message>
        <source>More for the selected</source>
        <translation>選択項目のその他の操作</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 件選択中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n container(s)</source>
        <translation>
            <numerusform>%n 個のコンテナを削除</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete {count}</source>
        <translation>{count} 件を削除</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>数値はまだありません</translation>
    </message>
    <message>
        <source>{value} of {limit}</source>
        <translation>{value} / {limit}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>上限 {value}</translation>
    </message>
    <message>
        <source>Port {port} is not published</source>
        <translation>ポート {port} は公開されていません</translation>
    </message>
    <message>
        <source>The container is not running</source>
        <translation>コンテナは実行されていません</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Visible on your network</source>
        <translation>ネットワーク上に公開中</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>ポート {port}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message numerus="yes">
        <source>%n more port(s)</source>
        <translation>
            <numerusform>ほか %n 個のポート</numerusform>
        </translation>
    </message>
    <message>
        <source>{cached} of {steps}</source>
        <translation>{cached} / {steps}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Built from</source>
        <translation>ビルド元</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Builds</source>
        <translation>ビルド</translation>
    </message>
    <message>
        <source>Filter by name, folder or state</source>
        <translation>名前、フォルダー、状態で絞り込む</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>ビルド…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>No builds yet</source>
        <translation>ビルドはまだありません</translation>
    </message>
    <message>
        <source>A Dockerfile says how to make an image of your own. Choose the folder that it lies in, or drop it here. Builds from a terminal are listed too.</source>
        <translation>Dockerfile は独自のイメージの作り方を記したものです。それがあるフォルダーを選ぶか、ここにドロップしてください。端末からのビルドも一覧に出ます。</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s)</source>
        <translation>
            <numerusform>%n 件のビルド</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{builds}, %n running</source>
        <translation>
            <numerusform>{builds}、%n 件実行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Start or stop</source>
        <translation>開始または停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>再起動</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>強制終了</translation>
    </message>
    <message>
        <source>View logs</source>
        <translation>ログを表示</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>ターミナルを開く</translation>
    </message>
    <message>
        <source>Run another like it…</source>
        <translation>同じ設定で別に実行…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Limits and restart policy…</source>
        <translation>制限と再起動ポリシー…</translation>
    </message>
    <message>
        <source>Commit to image…</source>
        <translation>イメージにコミット…</translation>
    </message>
    <message>
        <source>Export files…</source>
        <translation>ファイルを書き出し…</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>上部に固定</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>固定を解除</translation>
    </message>
    <message>
        <source>Open stack</source>
        <translation>スタックを開く</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>すべて開始</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>すべて停止</translation>
    </message>
    <message>
        <source>Restart all</source>
        <translation>すべて再起動</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>すべて一時停止</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>すべて再開</translation>
    </message>
    <message>
        <source>Renaming {name}</source>
        <translation>{name} の名前を変更しています</translation>
    </message>
    <message>
        <source>Cannot rename {name}</source>
        <translation>{name} の名前を変更できません</translation>
    </message>
    <message>
        <source>Renamed {name} to {new}</source>
        <translation>{name} の名前を {new} に変更しました</translation>
    </message>
    <message>
        <source>Changing the limits of {name}</source>
        <translation>{name} の制限を変更しています</translation>
    </message>
    <message>
        <source>Cannot change the limits of {name}</source>
        <translation>{name} の制限を変更できません</translation>
    </message>
    <message>
        <source>Changed the limits of {name}</source>
        <translation>{name} の制限を変更しました</translation>
    </message>
    <message>
        <source>Cannot read {name}</source>
        <translation>{name} を読み取れません</translation>
    </message>
    <message>
        <source>Committing {name}</source>
        <translation>{name} をコミットしています</translation>
    </message>
    <message>
        <source>Cannot commit {name}</source>
        <translation>{name} をコミットできません</translation>
    </message>
    <message>
        <source>Committed {name} to {image}</source>
        <translation>{name} を {image} にコミットしました</translation>
    </message>
    <message>
        <source>Export the files of a container</source>
        <translation>コンテナのファイルを書き出し</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>アーカイブ (*.tar)</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} を書き出しています</translation>
    </message>
    <message>
        <source>Cannot export {name}</source>
        <translation>{name} を書き出せません</translation>
    </message>
    <message>
        <source>Exported {name} to {path}</source>
        <translation>{name} を {path} に書き出しました</translation>
    </message>
    <message>
        <source>Start (Space)</source>
        <translation>開始 (Space)</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>停止 (Space)</translation>
    </message>
    <message>
        <source>Resume (Space)</source>
        <translation>再開 (Space)</translation>
    </message>
    <message>
        <source>Start all of the project</source>
        <translation>プロジェクト全体を開始</translation>
    </message>
    <message>
        <source>Stop all of the project</source>
        <translation>プロジェクト全体を停止</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>その他…</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>削除 (Del)</translation>
    </message>
    <message>
        <source>All ports</source>
        <translation>すべてのポート</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Compose</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Compose プロジェクト</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>詳細情報</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Back to the containers (Alt+Left)</source>
        <translation>コンテナ一覧に戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>ID をコピー</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>コンテナ</translation>
    </message>
    <message>
        <source>Copy the id {id}</source>
        <translation>ID {id} をコピー</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>失敗したとき</translation>
    </message>
    <message>
        <source>Always, unless it was stopped</source>
        <translation>常に (手動で停止した場合を除く)</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>常に</translation>
    </message>
    <message>
        <source>Rename container</source>
        <translation>コンテナの名前を変更</translation>
    </message>
    <message>
        <source>A new name for {name}.</source>
        <translation>{name} の新しい名前。</translation>
    </message>
    <message>
        <source>Another container has this name</source>
        <translation>この名前は別のコンテナが使っています</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, two of them at least</source>
        <translation>英数字と _ . - のみ、2 文字以上</translation>
    </message>
    <message>
        <source>Make an image of the files of {name} as they are now.</source>
        <translation>{name} の現在のファイルからイメージを作成します。</translation>
    </message>
    <message>
        <source>Commit to image</source>
        <translation>イメージにコミット</translation>
    </message>
    <message>
        <source>name:tag</source>
        <translation>name:tag</translation>
    </message>
    <message>
        <source>Pause the container meanwhile</source>
        <translation>その間コンテナを一時停止</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Volumes are not part of the image.</source>
        <translation>ボリュームはイメージに含まれません。</translation>
    </message>
    <message>
        <source>A name has no digest</source>
        <translation>名前にダイジェストは使えません</translation>
    </message>
    <message>
        <source>Not a name of an image</source>
        <translation>イメージの名前ではありません</translation>
    </message>
    <message>
        <source>What {name} may use, from now on. Nothing is restarted.</source>
        <translation>{name} が今後使える量です。再起動は行われません。</translation>
    </message>
    <message>
        <source>Limits and restart policy</source>
        <translation>制限と再起動ポリシー</translation>
    </message>
    <message>
        <source>Change limits</source>
        <translation>制限を変更</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>For example 512m or 2g</source>
        <translation>例: 512m または 2g</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>再起動の条件</translation>
    </message>
    <message>
        <source>CPUs are a number such as 1.5, memory is a size such as 512m</source>
        <translation>CPU 数は 1.5 のような数、メモリは 512m のようなサイズで入力してください</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>コンテナ</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <translation>{duration}前</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>列を初期状態に戻す</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}、固定</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} を削除しました</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n container(s)</source>
        <translation>
            <numerusform>%n 個のコンテナを削除しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n id(s)</source>
        <translation>
            <numerusform>%n 個の ID をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the id of {name}</source>
        <translation>{name} の ID をコピーしました</translation>
    </message>
    <message>
        <source>Cannot build {name}</source>
        <translation>{name} をビルドできません</translation>
    </message>
    <message>
        <source>Built {name} in {time}</source>
        <translation>{name} を {time} でビルドしました</translation>
    </message>
    <message>
        <source>The build of {name} failed</source>
        <translation>{name} のビルドに失敗しました</translation>
    </message>
    <message>
        <source>Building {name}</source>
        <translation>{name} をビルド中</translation>
    </message>
    <message>
        <source>Cancelling the build of {name}</source>
        <translation>{name} のビルドを中止しています</translation>
    </message>
    <message>
        <source>Cannot cancel the build of {name}</source>
        <translation>{name} のビルドを中止できません</translation>
    </message>
    <message>
        <source>Deleted the build of {name}</source>
        <translation>{name} のビルドを削除しました</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n build(s)</source>
        <translation>
            <numerusform>%n 件のビルドを削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the build of {name}</source>
        <translation>{name} のビルドを削除しています</translation>
    </message>
    <message>
        <source>Cannot delete the build of {name}</source>
        <translation>{name} のビルドを削除できません</translation>
    </message>
    <message>
        <source>The image has been deleted since</source>
        <translation>イメージはその後削除されました</translation>
    </message>
    <message>
        <source>Copied the docker command</source>
        <translation>docker コマンドをコピーしました</translation>
    </message>
    <message>
        <source>Sent {size}</source>
        <translation>{size} 送信済み</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} を読み取っています</translation>
    </message>
    <message>
        <source>Opening {address}</source>
        <translation>{address} を開いています</translation>
    </message>
    <message>
        <source>Cannot open {address}</source>
        <translation>{address} を開けません</translation>
    </message>
    <message>
        <source>Copied {address}</source>
        <translation>{address} をコピーしました</translation>
    </message>
    <message>
        <source>No browser was found. Copied {address}</source>
        <translation>ブラウザーが見つかりません。{address} をコピーしました</translation>
    </message>
    <message>
        <source>Cannot kill {name}</source>
        <translation>{name} を強制終了できません</translation>
    </message>
    <message>
        <source>Killing {name}</source>
        <translation>{name} を強制終了しています</translation>
    </message>
    <message>
        <source>Cannot delete {name}</source>
        <translation>{name} を削除できません</translation>
    </message>
    <message>
        <source>Deleting {name}</source>
        <translation>{name} を削除しています</translation>
    </message>
    <message>
        <source>Stopping {name}</source>
        <translation>{name} を停止しています</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>{name} を開始しています</translation>
    </message>
    <message>
        <source>Cannot start {name}</source>
        <translation>{name} を開始できません</translation>
    </message>
    <message>
        <source>{now}, then {next}</source>
        <translation>{now}、次に{next}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>停止処理中</translation>
    </message>
    <message>
        <source>Cannot stop {name}</source>
        <translation>{name} を停止できません</translation>
    </message>
    <message>
        <source>Restarting {name}</source>
        <translation>{name} を再起動しています</translation>
    </message>
    <message>
        <source>Cannot restart {name}</source>
        <translation>{name} を再起動できません</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>一時停止処理中</translation>
    </message>
    <message>
        <source>Pausing {name}</source>
        <translation>{name} を一時停止しています</translation>
    </message>
    <message>
        <source>Cannot pause {name}</source>
        <translation>{name} を一時停止できません</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>再開中</translation>
    </message>
    <message>
        <source>Resuming {name}</source>
        <translation>{name} を再開しています</translation>
    </message>
    <message>
        <source>Cannot resume {name}</source>
        <translation>{name} を再開できません</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>実行…</translation>
    </message>
    <message>
        <source>Run a new container (Ctrl+N)</source>
        <translation>新しいコンテナを実行 (Ctrl+N)</translation>
    </message>
    <message>
        <source>{running} running · {total} in all</source>
        <translation>{running} 個実行中 · 全 {total} 個</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n container(s)</source>
        <translation>
            <numerusform>絞り込みで %n 個のコンテナが隠れています</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>Cannot register a docker context</source>
        <translation>Docker コンテキストを登録できません</translation>
    </message>
    <message>
        <source>Registering a docker context</source>
        <translation>Docker コンテキストを登録しています</translation>
    </message>
    <message>
        <source>Docker command line</source>
        <translation>Docker コマンドライン</translation>
    </message>
    <message>
        <source>Address of the engine</source>
        <translation>エンジンのアドレス</translation>
    </message>
    <message>
        <source>Register docker context</source>
        <translation>Docker コンテキストを登録</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Docker コンテキスト</translation>
    </message>
    <message>
        <source>Makes a docker context named davit, for: docker context use davit</source>
        <translation>davit という名前の Docker コンテキストを作成します。使うには: docker context use davit</translation>
    </message>
    <message>
        <source>Copy as DOCKER_HOST</source>
        <translation>DOCKER_HOST としてコピー</translation>
    </message>
    <message>
        <source>Copied the address</source>
        <translation>アドレスをコピーしました</translation>
    </message>
    <message>
        <source>Registered. Use it with: docker context use davit</source>
        <translation>登録しました。使うには: docker context use davit</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Choose a folder to build from</source>
        <translation>ビルド元のフォルダーを選んでください</translation>
    </message>
    <message>
        <source>Build an image</source>
        <translation>イメージをビルド</translation>
    </message>
    <message>
        <source>A folder, or the address of a Git repository</source>
        <translation>フォルダー、または Git リポジトリのアドレス</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>名前を追加</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>ステージ</translation>
    </message>
    <message>
        <source>Add an argument</source>
        <translation>引数を追加</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>引数</translation>
    </message>
    <message>
        <source>Do every step again (no cache)</source>
        <translation>すべてのステップをやり直す (キャッシュなし)</translation>
    </message>
    <message>
        <source>Look for newer base images (pull)</source>
        <translation>新しいベースイメージを探す (pull)</translation>
    </message>
    <message>
        <source>Build image</source>
        <translation>イメージをビルド</translation>
    </message>
    <message>
        <source>Name for the image</source>
        <translation>イメージの名前</translation>
    </message>
    <message>
        <source>Command: {command}</source>
        <translation>コマンド: {command}</translation>
    </message>
    <message>
        <source>Build from a folder</source>
        <translation>フォルダーからビルド</translation>
    </message>
    <message>
        <source>Choose a Dockerfile</source>
        <translation>Dockerfile を選ぶ</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>別のファイル…</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最後のもの</translation>
    </message>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n ステージ</numerusform>
        </translation>
    </message>
    <message>
        <source>takes {names}</source>
        <translation>引数 {names}</translation>
    </message>
    <message>
        <source>line {line}: {problem}</source>
        <translation>{line} 行目: {problem}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>The engine cannot be used</source>
        <translation>エンジンを使えません</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Nothing answers at {host}: {reason}.</source>
        <translation>{host} から応答がありません: {reason}。</translation>
    </message>
    <message>
        <source>The engine is not running</source>
        <translation>エンジンは動いていません</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Start engine</source>
        <translation>エンジンを起動</translation>
    </message>
    <message>
        <source>Davit is not set up yet</source>
        <translation>Davit はまだ設定されていません</translation>
    </message>
    <message>
        <source>Containers run in a small Linux machine of their own. It is made in a minute and needs no network.</source>
        <translation>コンテナは専用の小さな Linux マシンの中で動きます。マシンは 1 分ほどで作成され、ネットワークは不要です。</translation>
    </message>
    <message>
        <source>Set up Davit</source>
        <translation>Davit を設定</translation>
    </message>
    <message>
        <source>The machine is starting</source>
        <translation>マシンを起動しています</translation>
    </message>
    <message>
        <source>The machine is stopping</source>
        <translation>マシンを停止しています</translation>
    </message>
    <message>
        <source>Containers are stopped in good order.</source>
        <translation>コンテナは順序よく停止されます。</translation>
    </message>
    <message>
        <source>The machine is paused</source>
        <translation>マシンは一時停止中です</translation>
    </message>
    <message>
        <source>Everything in it stands still until it is resumed.</source>
        <translation>再開するまで、中のすべてが止まっています。</translation>
    </message>
    <message>
        <source>The machine is asleep</source>
        <translation>マシンはスリープ中です</translation>
    </message>
    <message>
        <source>It was idle, so it gave back its memory. It wakes by itself when docker or davit need it.</source>
        <translation>使われていなかったため、メモリを解放しました。docker や davit が必要とすると自動で復帰します。</translation>
    </message>
    <message>
        <source>The engine is stopped</source>
        <translation>エンジンは停止しています</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>何が起きたかを表示</translation>
    </message>
    <message>
        <source>Its machine is not running. Containers, images and volumes are kept.</source>
        <translation>マシンが動いていません。コンテナ、イメージ、ボリュームは保持されます。</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>エンジンを起動しています</translation>
    </message>
    <message>
        <source>Cannot start the engine</source>
        <translation>エンジンを起動できません</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>マシンを起動しています</translation>
    </message>
    <message>
        <source>1 CPU</source>
        <translation>CPU 1 個</translation>
    </message>
    <message>
        <source>A machine that runs is taken over.</source>
        <translation>動作中のマシンを引き継ぎます。</translation>
    </message>
    <message>
        <source>An upgrade was interrupted; the old image serves again.</source>
        <translation>アップグレードが中断されました。以前のイメージを使っています。</translation>
    </message>
    <message>
        <source>Another program may hold the machine&apos;s connection; davit machine diagnose looks further.</source>
        <translation>別のプログラムがマシンの接続を使っている可能性があります。詳しくは davit machine diagnose で調べられます。</translation>
    </message>
    <message>
        <source>Another program took its port over. Restart the machine: davit machine restart</source>
        <translation>別のプログラムがポートを使い始めました。マシンを再起動してください: davit machine restart</translation>
    </message>
    <message>
        <source>Another supervisor looks after this machine</source>
        <translation>別のスーパーバイザーがこのマシンを管理しています</translation>
    </message>
    <message>
        <source>Another supervisor may be running: davit machine status</source>
        <translation>別のスーパーバイザーが動作している可能性があります: davit machine status</translation>
    </message>
    <message>
        <source>Can this computer resolve names itself? After a change of network: davit machine restart</source>
        <translation>このコンピューターで名前解決ができますか。ネットワークが変わった後は: davit machine restart</translation>
    </message>
    <message>
        <source>Cannot bring {wanted} into the machine</source>
        <translation>{wanted} をマシンに渡せません</translation>
    </message>
    <message>
        <source>Cannot check the data disk</source>
        <translation>データディスクを検査できません</translation>
    </message>
    <message>
        <source>Cannot close {forward}</source>
        <translation>{forward} を閉じられません</translation>
    </message>
    <message>
        <source>Cannot create the data disk</source>
        <translation>データディスクを作成できません</translation>
    </message>
    <message>
        <source>Cannot create the machine</source>
        <translation>マシンを作成できません</translation>
    </message>
    <message>
        <source>Cannot find QEMU</source>
        <translation>QEMU が見つかりません</translation>
    </message>
    <message>
        <source>Cannot find qemu-img</source>
        <translation>qemu-img が見つかりません</translation>
    </message>
    <message>
        <source>Cannot find the guest image</source>
        <translation>ゲストイメージが見つかりません</translation>
    </message>
    <message>
        <source>Cannot follow the engine</source>
        <translation>エンジンを監視できません</translation>
    </message>
    <message>
        <source>Cannot give the machine {asked} of memory</source>
        <translation>マシンに {asked} のメモリを割り当てられません</translation>
    </message>
    <message>
        <source>Cannot give the machine {cpus} CPUs</source>
        <translation>マシンに CPU {cpus} 個を割り当てられません</translation>
    </message>
    <message>
        <source>Cannot hand {name} to the guest</source>
        <translation>{name} をゲストに渡せません</translation>
    </message>
    <message>
        <source>Cannot lay out the machine</source>
        <translation>マシンを準備できません</translation>
    </message>
    <message>
        <source>Cannot listen on {path}</source>
        <translation>{path} で待ち受けできません</translation>
    </message>
    <message>
        <source>Cannot make a disk of {asked}</source>
        <translation>{asked} のディスクは作れません</translation>
    </message>
    <message>
        <source>Cannot open a port</source>
        <translation>ポートを開けません</translation>
    </message>
    <message>
        <source>Cannot open ports</source>
        <translation>ポートを開けません</translation>
    </message>
    <message>
        <source>Cannot open the host&apos;s port {port} to containers</source>
        <translation>このコンピューターのポート {port} をコンテナに開けません</translation>
    </message>
    <message>
        <source>Cannot open {forward}</source>
        <translation>{forward} を開けません</translation>
    </message>
    <message>
        <source>Cannot put the Docker socket into {folder}</source>
        <translation>Docker ソケットを {folder} に置けません</translation>
    </message>
    <message>
        <source>Cannot reach QEMU at {path}</source>
        <translation>{path} の QEMU に接続できません</translation>
    </message>
    <message>
        <source>Cannot reach the engine</source>
        <translation>エンジンに接続できません</translation>
    </message>
    <message>
        <source>Cannot reach the guest</source>
        <translation>ゲストに接続できません</translation>
    </message>
    <message>
        <source>Cannot reach the machine by SSH</source>
        <translation>SSH でマシンに接続できません</translation>
    </message>
    <message>
        <source>Cannot read the key {path}</source>
        <translation>鍵 {path} を読めません</translation>
    </message>
    <message>
        <source>Cannot read the settings of the machine</source>
        <translation>マシンの設定を読めません</translation>
    </message>
    <message>
        <source>Cannot read the size {text}</source>
        <translation>サイズ {text} を解釈できません</translation>
    </message>
    <message>
        <source>Cannot run {words}</source>
        <translation>{words} を実行できません</translation>
    </message>
    <message>
        <source>Cannot share {path}</source>
        <translation>{path} を共有できません</translation>
    </message>
    <message>
        <source>Cannot shrink the disk to {size}</source>
        <translation>ディスクを {size} に縮小できません</translation>
    </message>
    <message>
        <source>Cannot start QEMU</source>
        <translation>QEMU を起動できません</translation>
    </message>
    <message>
        <source>Cannot start qemu-img</source>
        <translation>qemu-img を起動できません</translation>
    </message>
    <message>
        <source>Cannot start the machine</source>
        <translation>マシンを起動できません</translation>
    </message>
    <message>
        <source>Cannot use the accelerator {setting}</source>
        <translation>アクセラレーター {setting} を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the disk image {path}</source>
        <translation>ディスクイメージ {path} を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the folder {folder}</source>
        <translation>フォルダー {folder} を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the guest image in {folder}</source>
        <translation>{folder} のゲストイメージを使用できません</translation>
    </message>
    <message>
        <source>Cannot use the guest image {archive}</source>
        <translation>ゲストイメージ {archive} を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the idle time</source>
        <translation>アイドル時間を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the path {text}</source>
        <translation>パス {text} を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the setting {name}</source>
        <translation>設定 {name} を使用できません</translation>
    </message>
    <message>
        <source>Cannot use the settings</source>
        <translation>設定を使用できません</translation>
    </message>
    <message>
        <source>Cannot write the report {target}</source>
        <translation>レポート {target} を書き込めません</translation>
    </message>
    <message>
        <source>Cannot {arguments} the data disk</source>
        <translation>データディスクの {arguments} に失敗しました</translation>
    </message>
    <message>
        <source>Cannot {command} the machine</source>
        <translation>マシンの操作「{command}」ができません</translation>
    </message>
    <message>
        <source>Cannot {purpose} while the machine is {state}</source>
        <translation>マシンの状態が「{state}」の間はできません: {purpose}</translation>
    </message>
    <message>
        <source>Change it with davit machine set, or remove it with davit machine reset.</source>
        <translation>変更するには davit machine set、削除するには davit machine reset を使います。</translation>
    </message>
    <message>
        <source>Check that the Mac has virtualization: sysctl kern.hv_support says 1.</source>
        <translation>Mac が仮想化に対応しているか確認してください: sysctl kern.hv_support が 1 になります。</translation>
    </message>
    <message>
        <source>Check the permissions of the machine&apos;s folder.</source>
        <translation>マシンのフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {cpus}.</source>
        <translation>1 から {cpus} までの数を選んでください。</translation>
    </message>
    <message>
        <source>Choose a size between them.</source>
        <translation>その間のサイズを選んでください。</translation>
    </message>
    <message>
        <source>Choose another file: davit machine diagnose --bundle FILE</source>
        <translation>別のファイルを選んでください: davit machine diagnose --bundle ファイル</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>別のものを選んでください。</translation>
    </message>
    <message>
        <source>Choose auto, which takes the fastest that works.</source>
        <translation>auto を選ぶと、動作する最も速いものが使われます。</translation>
    </message>
    <message>
        <source>Choose less.</source>
        <translation>少なくしてください。</translation>
    </message>
    <message>
        <source>Choose more.</source>
        <translation>多くしてください。</translation>
    </message>
    <message>
        <source>Choose seconds, or 0 to keep the machine running.</source>
        <translation>秒数を選ぶか、0 にするとマシンは動作し続けます。</translation>
    </message>
    <message>
        <source>Choose the right folder with davit machine set --image or {image_variable}.</source>
        <translation>davit machine set --image または {image_variable} で正しいフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose {mib}.</source>
        <translation>{mib} を選んでください。</translation>
    </message>
    <message>
        <source>Close it: chmod 700 {folder}</source>
        <translation>閉じてください: chmod 700 {folder}</translation>
    </message>
    <message>
        <source>Close it: chmod {most} {path}</source>
        <translation>閉じてください: chmod {most} {path}</translation>
    </message>
    <message>
        <source>Close other programs, or give it less: davit machine set --memory 1G</source>
        <translation>ほかのプログラムを閉じるか、割り当てを減らしてください: davit machine set --memory 1G</translation>
    </message>
    <message>
        <source>Create it: davit machine create</source>
        <translation>作成してください: davit machine create</translation>
    </message>
    <message>
        <source>Create the machine: davit machine start</source>
        <translation>マシンを作成してください: davit machine start</translation>
    </message>
    <message>
        <source>Delete files to make room.</source>
        <translation>ファイルを削除して空きを作ってください。</translation>
    </message>
    <message>
        <source>Delete files. The machine pauses when nothing is left, and goes on afterwards.</source>
        <translation>ファイルを削除してください。空きがなくなるとマシンは一時停止し、その後再開します。</translation>
    </message>
    <message>
        <source>Delete it, or choose another with DAVIT_MACHINE_HOME.</source>
        <translation>削除するか、DAVIT_MACHINE_HOME で別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Delete the file; a new one is made with the next start.</source>
        <translation>ファイルを削除してください。次の起動で新しく作られます。</translation>
    </message>
    <message>
        <source>Docker endpoint</source>
        <translation>Docker エンドポイント</translation>
    </message>
    <message>
        <source>Emulation works everywhere: davit machine set --accelerator tcg</source>
        <translation>エミュレーションはどこでも動作します: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>End it and start again: davit machine stop &amp;&amp; davit machine start</source>
        <translation>終了してもう一度起動してください: davit machine stop &amp;&amp; davit machine start</translation>
    </message>
    <message>
        <source>End the other QEMU; davit machine status names it.</source>
        <translation>もう一つの QEMU を終了してください。davit machine status で確認できます。</translation>
    </message>
    <message>
        <source>Export what can be read (davit machine export), then: davit machine repair</source>
        <translation>読めるものをエクスポートし (davit machine export)、その後: davit machine repair</translation>
    </message>
    <message>
        <source>Free some space, or put the machine elsewhere with DAVIT_MACHINE_HOME.</source>
        <translation>空きを作るか、DAVIT_MACHINE_HOME でマシンを別の場所に置いてください。</translation>
    </message>
    <message>
        <source>Gave back {size} that the data disk no longer used.</source>
        <translation>データディスクが使わなくなった {size} を返しました。</translation>
    </message>
    <message>
        <source>Give it back: chown</source>
        <translation>所有者を戻してください: chown</translation>
    </message>
    <message>
        <source>Give the machine less (davit machine set --memory 1G), or close other programs.</source>
        <translation>マシンの割り当てを減らすか (davit machine set --memory 1G)、ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>Guests of another architecture are emulated, which is several times slower.</source>
        <translation>別のアーキテクチャのゲストはエミュレートされ、数倍遅くなります。</translation>
    </message>
    <message>
        <source>If it happens again, give the machine more memory or upgrade it.</source>
        <translation>再び起きる場合は、マシンのメモリを増やすかアップグレードしてください。</translation>
    </message>
    <message>
        <source>In a virtual machine, see that the computer below allows nested virtualization.</source>
        <translation>仮想マシンの中では、下のコンピューターがネストされた仮想化を許可している必要があります。</translation>
    </message>
    <message>
        <source>Install Davit again, or build the image: vm/image/build.py</source>
        <translation>Davit を再インストールするか、イメージをビルドしてください: vm/image/build.py</translation>
    </message>
    <message>
        <source>Install Davit again, or name another image with: davit machine set --image</source>
        <translation>Davit を再インストールするか、別のイメージを指定してください: davit machine set --image</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along, or run: brew install qemu</source>
        <translation>QEMU が付属する Davit を再インストールするか、次を実行してください: brew install qemu</translation>
    </message>
    <message>
        <source>Install Davit again, which brings QEMU along.</source>
        <translation>QEMU が付属する Davit を再インストールしてください。</translation>
    </message>
    <message>
        <source>Install Davit again.</source>
        <translation>Davit を再インストールしてください。</translation>
    </message>
    <message>
        <source>Install QEMU again with its firmware (Debian, Ubuntu: sudo apt install seabios).</source>
        <translation>QEMU をファームウェアと一緒に再インストールしてください (Debian、Ubuntu: sudo apt install seabios)。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>再インストールしてください。</translation>
    </message>
    <message>
        <source>Install it: sudo apt install qemu-utils</source>
        <translation>インストールしてください: sudo apt install qemu-utils</translation>
    </message>
    <message>
        <source>Cannot turn on {subject}</source>
        <translation>{subject} をオンにできません</translation>
    </message>
    <message>
        <source>Cannot export to {path}</source>
        <translation>{path} に書き出せません</translation>
    </message>
    <message>
        <source>Cannot import {path}</source>
        <translation>{path} を読み込めません</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Export it again: davit machine export FILE</source>
        <translation>もう一度書き出してください: davit machine export ファイル</translation>
    </message>
    <message>
        <source>Install it: sudo {debian} (Debian, Ubuntu) or sudo {fedora} (Fedora).</source>
        <translation>インストールしてください: sudo {debian} (Debian、Ubuntu) または sudo {fedora} (Fedora)。</translation>
    </message>
    <message>
        <source>Install it: sudo {here}</source>
        <translation>インストールしてください: sudo {here}</translation>
    </message>
    <message>
        <source>Its log has the whole story: davit machine logs</source>
        <translation>詳細はログにあります: davit machine logs</translation>
    </message>
    <message>
        <source>Its log is C:\Windows\Logs\DISM\dism.log</source>
        <translation>ログは C:\Windows\Logs\DISM\dism.log です</translation>
    </message>
    <message>
        <source>Its log may tell more: {supervisor_log}</source>
        <translation>ログに詳細がある可能性があります: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its log may tell why: {supervisor_log}</source>
        <translation>ログに理由がある可能性があります: {supervisor_log}</translation>
    </message>
    <message>
        <source>Its output says why. Another program may hold its files.</source>
        <translation>出力に理由があります。別のプログラムがファイルを使っている可能性があります。</translation>
    </message>
    <message>
        <source>Join the group kvm and log in again: sudo usermod -aG kvm $USER</source>
        <translation>グループ kvm に加わり、ログインし直してください: sudo usermod -aG kvm $USER</translation>
    </message>
    <message>
        <source>Keep it.</source>
        <translation>そのままにしてください。</translation>
    </message>
    <message>
        <source>Keep the size; space that is not used takes none on this computer. For a smaller one, export what you need and run: davit machine reset</source>
        <translation>サイズはそのままにしてください。使われていない領域はこのコンピューターの容量を使いません。小さくするには、必要なものをエクスポートして次を実行します: davit machine reset</translation>
    </message>
    <message>
        <source>Let Davit choose: davit machine set --accelerator auto</source>
        <translation>Davit に選ばせてください: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Let Davit find it: davit machine set --qemu &apos;&apos;</source>
        <translation>Davit に探させてください: davit machine set --qemu &apos;&apos;</translation>
    </message>
    <message>
        <source>Let it go on: davit machine resume</source>
        <translation>再開してください: davit machine resume</translation>
    </message>
    <message>
        <source>Look at it and repair it: davit machine repair</source>
        <translation>確認して修復してください: davit machine repair</translation>
    </message>
    <message>
        <source>Look at it: davit machine console</source>
        <translation>確認してください: davit machine console</translation>
    </message>
    <message>
        <source>Move it away, then try again.</source>
        <translation>移動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Move it out of the way.</source>
        <translation>別の場所に移動してください。</translation>
    </message>
    <message>
        <source>Move the volumes one by one, with Export and Import, and pull the images anew.</source>
        <translation>ボリュームはエクスポートとインポートで 1 つずつ移し、イメージは取得し直してください。</translation>
    </message>
    <message>
        <source>Name each folder once.</source>
        <translation>各フォルダーは一度だけ指定してください。</translation>
    </message>
    <message>
        <source>Only root may listen below port {value} here. Publish a higher port, or allow it: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</source>
        <translation>ここではポート {value} 未満で待ち受けできるのは root だけです。大きいポートを公開するか、許可してください: sudo sysctl net.ipv4.ip_unprivileged_port_start={port}</translation>
    </message>
    <message>
        <source>Or let Davit choose: davit machine set --accelerator auto</source>
        <translation>または Davit に選ばせてください: davit machine set --accelerator auto</translation>
    </message>
    <message>
        <source>Publish it on an IPv4 address, such as 127.0.0.1.</source>
        <translation>127.0.0.1 などの IPv4 アドレスで公開してください。</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that it has.</source>
        <translation>127.0.0.1 か、持っているアドレスで公開してください。</translation>
    </message>
    <message>
        <source>Publish on 127.0.0.1, or on an address that this computer has.</source>
        <translation>127.0.0.1 か、このコンピューターのアドレスで公開してください。</translation>
    </message>
    <message>
        <source>Put back a copy (davit machine import), or start anew: davit machine reset</source>
        <translation>コピーを戻すか (davit machine import)、最初からやり直してください: davit machine reset</translation>
    </message>
    <message>
        <source>Put back a copy, or make a new one: davit machine reset</source>
        <translation>コピーを戻すか、新しく作ってください: davit machine reset</translation>
    </message>
    <message>
        <source>QEMU and the supervisor ended without a word, as when the computer restarts</source>
        <translation>コンピューターの再起動のときのように、QEMU とスーパーバイザーが何も言わずに終了しました</translation>
    </message>
    <message>
        <source>QEMU did not start</source>
        <translation>QEMU が起動しませんでした</translation>
    </message>
    <message>
        <source>QEMU does not answer</source>
        <translation>QEMU が応答しません</translation>
    </message>
    <message>
        <source>QEMU does not forward its ports</source>
        <translation>QEMU がポートを転送しません</translation>
    </message>
    <message>
        <source>QEMU does not say which port it has chosen</source>
        <translation>QEMU が選んだポートを伝えません</translation>
    </message>
    <message>
        <source>QEMU ended without a word</source>
        <translation>QEMU は何も言わずに終了しました</translation>
    </message>
    <message>
        <source>QEMU failed</source>
        <translation>QEMU が失敗しました</translation>
    </message>
    <message>
        <source>QEMU has marked it as damaged</source>
        <translation>QEMU が破損と判定しました</translation>
    </message>
    <message>
        <source>QEMU monitor</source>
        <translation>QEMU モニター</translation>
    </message>
    <message>
        <source>QEMU process</source>
        <translation>QEMU プロセス</translation>
    </message>
    <message>
        <source>QEMU refused {command}</source>
        <translation>QEMU が {command} を拒否しました</translation>
    </message>
    <message>
        <source>QEMU stopped</source>
        <translation>QEMU が停止しました</translation>
    </message>
    <message>
        <source>QEMU stopped in the middle of the guest</source>
        <translation>QEMU がゲストの途中で停止しました</translation>
    </message>
    <message>
        <source>Remove what is not needed (davit system prune), or let it grow: davit machine set --disk 128G</source>
        <translation>不要なものを削除するか (davit system prune)、拡大してください: davit machine set --disk 128G</translation>
    </message>
    <message>
        <source>Rename the folder.</source>
        <translation>フォルダーの名前を変えてください。</translation>
    </message>
    <message>
        <source>Repair it: davit machine repair. Or save it first: davit machine export FILE</source>
        <translation>修復してください: davit machine repair。または先に保存してください: davit machine export ファイル</translation>
    </message>
    <message>
        <source>Repair the file, or delete it and run: davit machine create. The disk is kept.</source>
        <translation>ファイルを修復するか、削除して次を実行してください: davit machine create。ディスクは残ります。</translation>
    </message>
    <message>
        <source>Repaired {found} wrong entries of the data disk.</source>
        <translation>データディスクの誤ったエントリー {found} 個を修復しました。</translation>
    </message>
    <message>
        <source>Restart it: davit machine restart</source>
        <translation>再起動してください: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine, which gives the guest its keys again: davit machine restart</source>
        <translation>マシンを再起動すると、ゲストに鍵が再び渡されます: davit machine restart</translation>
    </message>
    <message>
        <source>Restart the machine: davit machine restart</source>
        <translation>マシンを再起動してください: davit machine restart</translation>
    </message>
    <message>
        <source>Save it first (davit machine export FILE), then: davit machine repair</source>
        <translation>先に保存し (davit machine export ファイル)、その後: davit machine repair</translation>
    </message>
    <message>
        <source>Save what can be read: davit machine export FILE. Then start anew: davit machine reset</source>
        <translation>読めるものを保存してください: davit machine export ファイル。その後、最初からやり直してください: davit machine reset</translation>
    </message>
    <message>
        <source>See how far it came: davit machine status</source>
        <translation>進み具合を確認: davit machine status</translation>
    </message>
    <message>
        <source>See the end of it: davit machine console</source>
        <translation>末尾を確認: davit machine console</translation>
    </message>
    <message>
        <source>See the state: davit machine status</source>
        <translation>状態を確認: davit machine status</translation>
    </message>
    <message>
        <source>See the whole output: davit machine diagnose</source>
        <translation>出力全体を確認: davit machine diagnose</translation>
    </message>
    <message>
        <source>See why: davit machine logs qemu.</source>
        <translation>理由を確認: davit machine logs qemu。</translation>
    </message>
    <message>
        <source>Share a folder that exists.</source>
        <translation>存在するフォルダーを共有してください。</translation>
    </message>
    <message>
        <source>Share it: davit machine set --share {quoted}</source>
        <translation>共有してください: davit machine set --share {quoted}</translation>
    </message>
    <message>
        <source>Share the outer folder alone, or make the inner one read-only.</source>
        <translation>外側のフォルダーだけを共有するか、内側を読み取り専用にしてください。</translation>
    </message>
    <message>
        <source>Share them by SFTP: davit machine set --share-transport sftp</source>
        <translation>SFTP で共有してください: davit machine set --share-transport sftp</translation>
    </message>
    <message>
        <source>Start it: davit machine start</source>
        <translation>起動してください: davit machine start</translation>
    </message>
    <message>
        <source>Stop it first: davit machine stop</source>
        <translation>先に停止してください: davit machine stop</translation>
    </message>
    <message>
        <source>Stop it: davit machine stop</source>
        <translation>停止してください: davit machine stop</translation>
    </message>
    <message>
        <source>Stop sharing it: davit machine set --unshare {path}</source>
        <translation>共有をやめてください: davit machine set --unshare {path}</translation>
    </message>
    <message>
        <source>Stop that container, or publish another port.</source>
        <translation>そのコンテナを停止するか、別のポートを公開してください。</translation>
    </message>
    <message>
        <source>Stop that program, or publish another port.</source>
        <translation>そのプログラムを終了するか、別のポートを公開してください。</translation>
    </message>
    <message>
        <source>Stop the machine and start it again: davit machine restart</source>
        <translation>マシンを停止してもう一度起動してください: davit machine restart</translation>
    </message>
    <message>
        <source>Stop the program that uses it.</source>
        <translation>使っているプログラムを終了してください。</translation>
    </message>
    <message>
        <source>Switch on the Windows Hypervisor Platform in an administrator&apos;s terminal and restart: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</source>
        <translation>管理者のターミナルで Windows ハイパーバイザー プラットフォームを有効にし、再起動してください: DISM /online /Enable-Feature /FeatureName:HypervisorPlatform /All</translation>
    </message>
    <message>
        <source>Switch on virtualization in the computer&apos;s firmware and load the module kvm; in a virtual machine, allow nested virtualization.</source>
        <translation>コンピューターのファームウェアで仮想化を有効にし、モジュール kvm を読み込んでください。仮想マシンの中では、ネストされた仮想化を許可してください。</translation>
    </message>
    <message>
        <source>Take it over again: davit machine start</source>
        <translation>引き継いでください: davit machine start</translation>
    </message>
    <message>
        <source>The data disk could not be mended</source>
        <translation>データディスクを直せませんでした</translation>
    </message>
    <message>
        <source>The data disk could not be repaired</source>
        <translation>データディスクを修復できませんでした</translation>
    </message>
    <message>
        <source>The data disk is checked and mended.</source>
        <translation>データディスクは検査され、直されました。</translation>
    </message>
    <message>
        <source>The data disk is damaged</source>
        <translation>データディスクが破損しています</translation>
    </message>
    <message>
        <source>The data disk is in order.</source>
        <translation>データディスクは正常です。</translation>
    </message>
    <message>
        <source>The disk of this computer is full. The machine is paused until there is room.</source>
        <translation>このコンピューターのディスクがいっぱいです。空きができるまでマシンは一時停止します。</translation>
    </message>
    <message>
        <source>The disk of this computer may be failing; copy the file elsewhere.</source>
        <translation>このコンピューターのディスクが故障しかけている可能性があります。ファイルを別の場所にコピーしてください。</translation>
    </message>
    <message>
        <source>The disk with containers and images could not be mounted</source>
        <translation>コンテナとイメージのディスクをマウントできませんでした</translation>
    </message>
    <message>
        <source>The end of the console tells more; davit machine diagnose looks further.</source>
        <translation>コンソールの末尾に詳細があります。davit machine diagnose でさらに調べられます。</translation>
    </message>
    <message>
        <source>The engine did not answer</source>
        <translation>エンジンが応答しませんでした</translation>
    </message>
    <message>
        <source>The engine did not answer as expected</source>
        <translation>エンジンの応答が想定と異なります</translation>
    </message>
    <message>
        <source>The engine inside the machine did not start</source>
        <translation>マシン内のエンジンが起動しませんでした</translation>
    </message>
    <message>
        <source>The engine runs but does not answer</source>
        <translation>エンジンは動作していますが応答しません</translation>
    </message>
    <message>
        <source>The guest could not do “{verb}”</source>
        <translation>ゲストは「{verb}」を実行できませんでした</translation>
    </message>
    <message>
        <source>The guest could not mount its system</source>
        <translation>ゲストはシステムをマウントできませんでした</translation>
    </message>
    <message>
        <source>The guest could not set up its network</source>
        <translation>ゲストはネットワークを設定できませんでした</translation>
    </message>
    <message>
        <source>The guest did not leave the data disk alone</source>
        <translation>ゲストがデータディスクを手放しませんでした</translation>
    </message>
    <message>
        <source>The guest did not power down within {stop_limit} s; QEMU was ended.</source>
        <translation>ゲストが {stop_limit} 秒以内に電源を切らなかったため、QEMU を終了しました。</translation>
    </message>
    <message>
        <source>The guest does not tell its usage</source>
        <translation>ゲストが使用量を伝えません</translation>
    </message>
    <message>
        <source>The guest has shut itself down.</source>
        <translation>ゲストが自ら電源を切りました。</translation>
    </message>
    <message>
        <source>The guest image may be damaged; lay it out again: davit machine upgrade</source>
        <translation>ゲストイメージが破損している可能性があります。配置し直してください: davit machine upgrade</translation>
    </message>
    <message>
        <source>The guest image {version} did not get ready</source>
        <translation>ゲストイメージ {version} の準備ができませんでした</translation>
    </message>
    <message>
        <source>The guest restarted itself</source>
        <translation>ゲストが自ら再起動しました</translation>
    </message>
    <message>
        <source>The guest shut itself down while it started</source>
        <translation>ゲストが起動中に自ら電源を切りました</translation>
    </message>
    <message>
        <source>The guest&apos;s kernel did not start</source>
        <translation>ゲストのカーネルが起動しませんでした</translation>
    </message>
    <message>
        <source>The machine did not answer in time</source>
        <translation>マシンが時間内に応答しませんでした</translation>
    </message>
    <message>
        <source>The machine did not start</source>
        <translation>マシンが起動しませんでした</translation>
    </message>
    <message>
        <source>The machine did not start ({stage})</source>
        <translation>マシンが起動しませんでした ({stage})</translation>
    </message>
    <message>
        <source>The machine does not take a command</source>
        <translation>マシンがコマンドを受け付けません</translation>
    </message>
    <message>
        <source>The machine failed</source>
        <translation>マシンが失敗しました</translation>
    </message>
    <message>
        <source>The machine failed {back_off} times; it is not restarted any more.</source>
        <translation>マシンが {back_off} 回失敗したため、これ以上再起動しません。</translation>
    </message>
    <message>
        <source>The machine goes on.</source>
        <translation>マシンを再開しました。</translation>
    </message>
    <message>
        <source>The machine is no longer running</source>
        <translation>マシンはもう動作していません</translation>
    </message>
    <message>
        <source>The machine is not ready</source>
        <translation>マシンの準備ができていません</translation>
    </message>
    <message>
        <source>The machine is not running</source>
        <translation>マシンは動作していません</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>マシンは一時停止しています。</translation>
    </message>
    <message>
        <source>The machine is ready, after {seconds} s.</source>
        <translation>マシンの準備ができました ({seconds} 秒)。</translation>
    </message>
    <message>
        <source>The machine is restarted in {pause} s.</source>
        <translation>マシンは {pause} 秒後に再起動します。</translation>
    </message>
    <message>
        <source>The machine is stopped</source>
        <translation>マシンは停止しています</translation>
    </message>
    <message>
        <source>The machine is stopped.</source>
        <translation>マシンは停止しています。</translation>
    </message>
    <message>
        <source>The machine is {word}.</source>
        <translation>マシンの状態: {word}。</translation>
    </message>
    <message>
        <source>The machine runs the guest image {version}.</source>
        <translation>マシンはゲストイメージ {version} で動作しています。</translation>
    </message>
    <message>
        <source>The machine runs without hardware acceleration and is several times slower: {candidate} {reason}.</source>
        <translation>マシンはハードウェアアクセラレーションなしで動作し、数倍遅くなります: {candidate} {reason}。</translation>
    </message>
    <message>
        <source>The machine runs, but nothing looks after it</source>
        <translation>マシンは動作していますが、管理するものがありません</translation>
    </message>
    <message>
        <source>The machine starts again.</source>
        <translation>マシンをもう一度起動しています。</translation>
    </message>
    <message>
        <source>The machine starts.</source>
        <translation>マシンを起動しています。</translation>
    </message>
    <message>
        <source>The machine stops its containers and powers down.</source>
        <translation>マシンはコンテナを停止し、電源を切ります。</translation>
    </message>
    <message>
        <source>The machine was not mended</source>
        <translation>マシンは直されませんでした</translation>
    </message>
    <message>
        <source>The machine&apos;s clock was set after a pause.</source>
        <translation>一時停止の後、マシンの時計を合わせました。</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor could not start</source>
        <translation>マシンのスーパーバイザーを起動できませんでした</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor did not come up</source>
        <translation>マシンのスーパーバイザーが起動しませんでした</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor does not end</source>
        <translation>マシンのスーパーバイザーが終了しません</translation>
    </message>
    <message>
        <source>The machine&apos;s supervisor ended before it answered</source>
        <translation>マシンのスーパーバイザーが応答前に終了しました</translation>
    </message>
    <message>
        <source>The ports changed.</source>
        <translation>ポートが変わりました。</translation>
    </message>
    <message>
        <source>The settings changed.</source>
        <translation>設定が変わりました。</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>起動はキャンセルされました。</translation>
    </message>
    <message>
        <source>The supervisor does not know “{method}”</source>
        <translation>スーパーバイザーは「{method}」を知りません</translation>
    </message>
    <message>
        <source>The supervisor stumbled over “{method}”</source>
        <translation>スーパーバイザーは「{method}」でつまずきました</translation>
    </message>
    <message>
        <source>The supervisor&apos;s log has the whole story: davit machine logs</source>
        <translation>詳細はスーパーバイザーのログにあります: davit machine logs</translation>
    </message>
    <message>
        <source>The system may have run out of memory: give the machine less.</source>
        <translation>システムのメモリが不足した可能性があります。マシンの割り当てを減らしてください。</translation>
    </message>
    <message>
        <source>The work was broken off.</source>
        <translation>作業は中断されました。</translation>
    </message>
    <message>
        <source>There is a machine in {home} already</source>
        <translation>{home} にはすでにマシンがあります</translation>
    </message>
    <message>
        <source>There is no machine in {home}</source>
        <translation>{home} にマシンはありません</translation>
    </message>
    <message>
        <source>There is no machine yet</source>
        <translation>マシンはまだありません</translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation>設定 {name} はありません</translation>
    </message>
    <message>
        <source>There is room again; the machine goes on.</source>
        <translation>空きができました。マシンを再開します。</translation>
    </message>
    <message>
        <source>This QEMU is not signed for the hypervisor. Use the one that comes with Davit, or one from Homebrew.</source>
        <translation>この QEMU はハイパーバイザー用に署名されていません。Davit に付属のもの、または Homebrew のものを使ってください。</translation>
    </message>
    <message>
        <source>Try again, and say Yes.</source>
        <translation>もう一度試し、「はい」を選んでください。</translation>
    </message>
    <message>
        <source>Try again; the computer may be very busy.</source>
        <translation>もう一度お試しください。コンピューターが非常に忙しい可能性があります。</translation>
    </message>
    <message>
        <source>Try without acceleration: davit machine set --accelerator tcg</source>
        <translation>アクセラレーションなしでお試しください: davit machine set --accelerator tcg</translation>
    </message>
    <message>
        <source>Type it yourself: sudo {words}</source>
        <translation>自分で入力してください: sudo {words}</translation>
    </message>
    <message>
        <source>UDP on an IPv6 address does not lead into the machine</source>
        <translation>IPv6 アドレスの UDP はマシンに届きません</translation>
    </message>
    <message>
        <source>Upgrade Davit on this computer first, then import again.</source>
        <translation>先にこのコンピューターの Davit を更新してから、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>Upgrade it first: davit machine upgrade</source>
        <translation>先にアップグレードしてください: davit machine upgrade</translation>
    </message>
    <message>
        <source>Use a newer version of Davit.</source>
        <translation>より新しい Davit を使ってください。</translation>
    </message>
    <message>
        <source>Use an image of its own.</source>
        <translation>独立したイメージを使ってください。</translation>
    </message>
    <message>
        <source>Use an image that is not.</source>
        <translation>暗号化されていないイメージを使ってください。</translation>
    </message>
    <message>
        <source>Use the QEMU of the distribution.</source>
        <translation>ディストリビューションの QEMU を使ってください。</translation>
    </message>
    <message>
        <source>Wait until it has stopped.</source>
        <translation>停止するまでお待ちください。</translation>
    </message>
    <message>
        <source>Wait until it is ready, or stop it: davit machine stop</source>
        <translation>準備ができるまで待つか、停止してください: davit machine stop</translation>
    </message>
    <message>
        <source>Wake it: davit machine start</source>
        <translation>起こしてください: davit machine start</translation>
    </message>
    <message>
        <source>When its settings were changed, undo that: davit machine set --engine. The end of the console tells more.</source>
        <translation>設定を変えた場合は元に戻してください: davit machine set --engine。コンソールの末尾に詳細があります。</translation>
    </message>
    <message>
        <source>Windows may have reserved the port; see: netsh interface ipv4 show excludedportrange protocol=tcp</source>
        <translation>Windows がポートを予約している可能性があります。確認: netsh interface ipv4 show excludedportrange protocol=tcp</translation>
    </message>
    <message>
        <source>Windows was not given the permission</source>
        <translation>Windows に許可が与えられませんでした</translation>
    </message>
    <message>
        <source>Write it like 4G or 512M.</source>
        <translation>4G や 512M のように書いてください。</translation>
    </message>
    <message>
        <source>Write one line.</source>
        <translation>1 行で書いてください。</translation>
    </message>
    <message>
        <source>Write the path without it.</source>
        <translation>それを除いたパスを書いてください。</translation>
    </message>
    <message>
        <source>Write the whole path.</source>
        <translation>完全なパスを書いてください。</translation>
    </message>
    <message>
        <source>a file of the guest image cannot be read</source>
        <translation>ゲストイメージのファイルを読めません</translation>
    </message>
    <message>
        <source>a firmware file of QEMU is missing</source>
        <translation>QEMU のファームウェアファイルがありません</translation>
    </message>
    <message>
        <source>a port is in use: {thing}</source>
        <translation>ポートが使用中です: {thing}</translation>
    </message>
    <message>
        <source>another QEMU runs this machine</source>
        <translation>別の QEMU がこのマシンを動かしています</translation>
    </message>
    <message>
        <source>another container</source>
        <translation>別のコンテナ</translation>
    </message>
    <message>
        <source>another process uses the machine&apos;s disk</source>
        <translation>別のプロセスがマシンのディスクを使っています</translation>
    </message>
    <message>
        <source>another program listens there</source>
        <translation>別のプログラムが待ち受けています</translation>
    </message>
    <message>
        <source>answers in {value} ms</source>
        <translation>{value} ms で応答します</translation>
    </message>
    <message>
        <source>answers in {value} ms, with the key that it was given</source>
        <translation>{value} ms で、渡された鍵で応答します</translation>
    </message>
    <message>
        <source>answers; the guest has {total} MiB of memory</source>
        <translation>応答します。ゲストのメモリは {total} MiB です</translation>
    </message>
    <message>
        <source>both sides proved their key in {value} ms</source>
        <translation>双方が {value} ms で鍵を証明しました</translation>
    </message>
    <message>
        <source>container {container}</source>
        <translation>コンテナ {container}</translation>
    </message>
    <message>
        <source>data disk</source>
        <translation>データディスク</translation>
    </message>
    <message>
        <source>disks are made of whole MiB</source>
        <translation>ディスクは MiB 単位です</translation>
    </message>
    <message>
        <source>does not start ({words})</source>
        <translation>は起動しません ({words})</translation>
    </message>
    <message>
        <source>e2fsck ended with status {status}</source>
        <translation>e2fsck が状態 {status} で終了しました</translation>
    </message>
    <message>
        <source>engine&apos;s gate</source>
        <translation>エンジンの門</translation>
    </message>
    <message>
        <source>export it</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>hangs (at the first special instruction, for {seconds} s)</source>
        <translation>は最初の特殊な命令で固まります ({seconds} 秒)</translation>
    </message>
    <message>
        <source>hangs (no guest code ran within {seconds} s)</source>
        <translation>は固まります ({seconds} 秒間ゲストコードが動作しません)</translation>
    </message>
    <message>
        <source>is not part of {program}</source>
        <translation>は {program} に含まれていません</translation>
    </message>
    <message>
        <source>it and {other} lie in each other with the same access</source>
        <translation>これと {other} は同じアクセス権で入れ子になっています</translation>
    </message>
    <message>
        <source>it begins with neither unix:// nor npipe://</source>
        <translation>unix:// でも npipe:// でも始まっていません</translation>
    </message>
    <message>
        <source>it belongs to another user (uid {st_uid})</source>
        <translation>別のユーザーのものです (uid {st_uid})</translation>
    </message>
    <message>
        <source>it can have {least_disk} to {most_disk}</source>
        <translation>{least_disk} から {most_disk} までです</translation>
    </message>
    <message>
        <source>it claims to hold {size} bytes</source>
        <translation>{size} バイトと主張しています</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>接続が閉じられました</translation>
    </message>
    <message>
        <source>it comes from a computer with {architecture} processors, and its images and containers do not run on {here}</source>
        <translation>{architecture} プロセッサーのコンピューターから来たもので、そのイメージとコンテナは {here} では動きません</translation>
    </message>
    <message>
        <source>it did not answer within {handshake_limit} s</source>
        <translation>{handshake_limit} 秒以内に応答しませんでした</translation>
    </message>
    <message>
        <source>it did not get there within {wake_limit} s</source>
        <translation>{wake_limit} 秒以内に準備できませんでした</translation>
    </message>
    <message>
        <source>it did not greet within {waited} s</source>
        <translation>{waited} 秒以内に応答がありませんでした</translation>
    </message>
    <message>
        <source>it does not begin at the root</source>
        <translation>ルートから始まっていません</translation>
    </message>
    <message>
        <source>it does not exist</source>
        <translation>存在しません</translation>
    </message>
    <message>
        <source>it does not exist, and {host_path} is shared read-only</source>
        <translation>存在せず、{host_path} は読み取り専用で共有されています</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>動作していません</translation>
    </message>
    <message>
        <source>it ended with status {returncode}</source>
        <translation>ステータス {returncode} で終了しました</translation>
    </message>
    <message>
        <source>it ended with status {status} and said nothing</source>
        <translation>状態 {status} で終了し、何も言いませんでした</translation>
    </message>
    <message>
        <source>it ended without being asked</source>
        <translation>頼まれずに終了しました</translation>
    </message>
    <message>
        <source>it has format {format}, and this version reads {format2}</source>
        <translation>形式は {format} ですが、このバージョンが読めるのは {format2} です</translation>
    </message>
    <message>
        <source>it has more than one line</source>
        <translation>複数行あります</translation>
    </message>
    <message>
        <source>it has told nothing of the guest&apos;s memory</source>
        <translation>ゲストのメモリについて何も伝えていません</translation>
    </message>
    <message>
        <source>it has {disk_now}, and cutting off its end would destroy data</source>
        <translation>現在 {disk_now} で、末尾を切るとデータが壊れます</translation>
    </message>
    <message>
        <source>it has {now}</source>
        <translation>現在 {now} です</translation>
    </message>
    <message>
        <source>it holds more files than an image has</source>
        <translation>イメージより多くのファイルが含まれています</translation>
    </message>
    <message>
        <source>it holds more than an export does</source>
        <translation>エクスポート以外のものが含まれています</translation>
    </message>
    <message>
        <source>it holds {name}, which is no plain file</source>
        <translation>通常のファイルではない {name} が含まれています</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>途中で切れています</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空です</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>暗号化されています</translation>
    </message>
    <message>
        <source>it is gone ({command})</source>
        <translation>なくなりました ({command})</translation>
    </message>
    <message>
        <source>it is in none of {candidates}</source>
        <translation>{candidates} のどこにもありません</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>使用中です</translation>
    </message>
    <message>
        <source>it is in use by {holder}</source>
        <translation>{holder} が使用中です</translation>
    </message>
    <message>
        <source>it is neither beside {program} nor on PATH</source>
        <translation>{program} の隣にも PATH にもありません</translation>
    </message>
    <message>
        <source>it is no name of a fw_cfg item</source>
        <translation>fw_cfg 項目の名前ではありません</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>フォルダーではありません</translation>
    </message>
    <message>
        <source>it is not a number with a unit</source>
        <translation>単位の付いた数ではありません</translation>
    </message>
    <message>
        <source>it is not a path</source>
        <translation>パスではありません</translation>
    </message>
    <message>
        <source>it is not an absolute path</source>
        <translation>絶対パスではありません</translation>
    </message>
    <message>
        <source>it is not an export of a machine</source>
        <translation>マシンのエクスポートではありません</translation>
    </message>
    <message>
        <source>it is not an image in a tar, or is cut off</source>
        <translation>tar に入ったイメージではないか、途中で切れています</translation>
    </message>
    <message>
        <source>it is not connected</source>
        <translation>接続されていません</translation>
    </message>
    <message>
        <source>it is not in qcow2 format</source>
        <translation>qcow2 形式ではありません</translation>
    </message>
    <message>
        <source>it is not mounted yet</source>
        <translation>まだマウントされていません</translation>
    </message>
    <message>
        <source>it is of another version than this program</source>
        <translation>このプログラムと別のバージョンです</translation>
    </message>
    <message>
        <source>it is qcow2 of the unknown version {version}</source>
        <translation>未知のバージョン {version} の qcow2 です</translation>
    </message>
    <message>
        <source>it is shared already</source>
        <translation>すでに共有されています</translation>
    </message>
    <message>
        <source>it is {state}</source>
        <translation>状態は「{state}」です</translation>
    </message>
    <message>
        <source>it keeps its data in another file</source>
        <translation>データを別のファイルに置いています</translation>
    </message>
    <message>
        <source>it leads through &apos;..&apos;</source>
        <translation>&apos;..&apos; を通っています</translation>
    </message>
    <message>
        <source>it needs at least {least_memory}</source>
        <translation>少なくとも {least_memory} 必要です</translation>
    </message>
    <message>
        <source>it needs more than {size} MiB where {parent} lies, and {free} MiB are free</source>
        <translation>{parent} のある場所に {size} MiB より多く必要ですが、空きは {free} MiB です</translation>
    </message>
    <message>
        <source>it needs {size} where {parent} lies, and {free} are free</source>
        <translation>{parent} のある場所に {size} 必要ですが、空きは {free} です</translation>
    </message>
    <message>
        <source>it rests on another file</source>
        <translation>別のファイルに依存しています</translation>
    </message>
    <message>
        <source>it was ended by {name}</source>
        <translation>{name} により終了しました</translation>
    </message>
    <message>
        <source>it was stopped meanwhile</source>
        <translation>その間に停止されました</translation>
    </message>
    <message>
        <source>it was written by engine {engine}, and this machine has engine {engine2}</source>
        <translation>エンジン {engine} が書いたものですが、このマシンのエンジンは {engine2} です</translation>
    </message>
    <message>
        <source>its header is cut off</source>
        <translation>ヘッダーが途切れています</translation>
    </message>
    <message>
        <source>its image is too old to know how</source>
        <translation>イメージが古く、方法を知りません</translation>
    </message>
    <message>
        <source>its kernel has given up; the end of the console says why</source>
        <translation>カーネルが停止しました。理由はコンソールの末尾にあります</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>マニフェストを読めません</translation>
    </message>
    <message>
        <source>its manifest lists other files than an export has</source>
        <translation>マニフェストにエクスポートと異なるファイルが並んでいます</translation>
    </message>
    <message>
        <source>its monitor did not answer within {start_limit} s</source>
        <translation>モニターが {start_limit} 秒以内に応答しませんでした</translation>
    </message>
    <message>
        <source>its name holds a tab or a new line</source>
        <translation>名前にタブか改行が含まれています</translation>
    </message>
    <message>
        <source>its settings cannot be read</source>
        <translation>設定を読めません</translation>
    </message>
    <message>
        <source>its supervisor ended without stopping it</source>
        <translation>スーパーバイザーが停止せずに終了しました</translation>
    </message>
    <message>
        <source>its supervisor is doing so already</source>
        <translation>スーパーバイザーがすでに行っています</translation>
    </message>
    <message>
        <source>its supervisor still runs</source>
        <translation>スーパーバイザーがまだ動作しています</translation>
    </message>
    <message>
        <source>its tag {tag} is too long</source>
        <translation>タグ {tag} が長すぎます</translation>
    </message>
    <message>
        <source>macOS lets programs listen below port 1024 only on all addresses at once. Publish a higher port, or all addresses: -p 0.0.0.0:{port}:{port2}</source>
        <translation>macOS では、1024 未満のポートはすべてのアドレスで同時に待ち受ける場合だけ許可されます。大きいポートを公開するか、すべてのアドレスで公開してください: -p 0.0.0.0:{port}:{port2}</translation>
    </message>
    <message>
        <source>memory is given in whole MiB</source>
        <translation>メモリは MiB 単位です</translation>
    </message>
    <message>
        <source>memory of this computer</source>
        <translation>このコンピューターのメモリ</translation>
    </message>
    <message>
        <source>mounted folders</source>
        <translation>マウントされたフォルダー</translation>
    </message>
    <message>
        <source>name resolution</source>
        <translation>名前解決</translation>
    </message>
    <message>
        <source>needs: {missing}</source>
        <translation>必要: {missing}</translation>
    </message>
    <message>
        <source>no answer within {patience} s</source>
        <translation>{patience} 秒以内に応答なし</translation>
    </message>
    <message>
        <source>no folder is shared</source>
        <translation>共有されているフォルダーはありません</translation>
    </message>
    <message>
        <source>no space is left on this computer</source>
        <translation>このコンピューターに空きがありません</translation>
    </message>
    <message>
        <source>no space is left where {home} lies</source>
        <translation>{home} のある場所に空きがありません</translation>
    </message>
    <message>
        <source>nobody listens on {host}:{port}</source>
        <translation>{host}:{port} で待ち受けるものがありません</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>待ち受けるものがありません</translation>
    </message>
    <message>
        <source>none of them is mounted in the guest</source>
        <translation>どれもゲストにマウントされていません</translation>
    </message>
    <message>
        <source>none yet; the defaults of this computer apply</source>
        <translation>まだありません。このコンピューターの既定値が使われます</translation>
    </message>
    <message>
        <source>none yet; the first start makes it</source>
        <translation>まだありません。最初の起動で作られます</translation>
    </message>
    <message>
        <source>on this system there are {native} and tcg</source>
        <translation>このシステムには {native} と tcg があります</translation>
    </message>
    <message>
        <source>only {free} MiB are free where {place} lies</source>
        <translation>{place} のある場所の空きは {free} MiB だけです</translation>
    </message>
    <message>
        <source>only {free} MiB of {size} MiB are free</source>
        <translation>{size} MiB のうち空きは {free} MiB だけです</translation>
    </message>
    <message>
        <source>other users may enter the folder</source>
        <translation>ほかのユーザーがフォルダーに入れます</translation>
    </message>
    <message>
        <source>pid {pid}</source>
        <translation>pid {pid}</translation>
    </message>
    <message>
        <source>port {guest_port} of the machine cannot be published</source>
        <translation>マシンのポート {guest_port} は公開できません</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>ポートは 1 から 65535 までです</translation>
    </message>
    <message>
        <source>process {pid}</source>
        <translation>プロセス {pid}</translation>
    </message>
    <message>
        <source>published ports</source>
        <translation>公開ポート</translation>
    </message>
    <message>
        <source>qemu-img ended with status {status}</source>
        <translation>qemu-img が状態 {status} で終了しました</translation>
    </message>
    <message>
        <source>runs guest code slower than emulation (not done after {seconds} s)</source>
        <translation>はゲストコードをエミュレーションより遅く実行します ({seconds} 秒後も未完了)</translation>
    </message>
    <message>
        <source>something else answers on its port</source>
        <translation>ポートで別のものが応答しています</translation>
    </message>
    <message>
        <source>space in the machine</source>
        <translation>マシンの空き容量</translation>
    </message>
    <message>
        <source>space on this computer</source>
        <translation>このコンピューターの空き容量</translation>
    </message>
    <message>
        <source>sshfs did not mount it within {mounted_limit} s</source>
        <translation>sshfs が {mounted_limit} 秒以内にマウントしませんでした</translation>
    </message>
    <message>
        <source>sshfs ended</source>
        <translation>sshfs が終了しました</translation>
    </message>
    <message>
        <source>starts and then stops ({words})</source>
        <translation>は起動後に停止します ({words})</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>状態 {status}</translation>
    </message>
    <message>
        <source>that file exists already</source>
        <translation>そのファイルはすでにあります</translation>
    </message>
    <message>
        <source>the accelerator does not work here ({thing})</source>
        <translation>アクセラレーターはここでは動作しません ({thing})</translation>
    </message>
    <message>
        <source>the connection to the machine ended</source>
        <translation>マシンとの接続が終了しました</translation>
    </message>
    <message>
        <source>the data disk is damaged</source>
        <translation>データディスクが破損しています</translation>
    </message>
    <message>
        <source>the data disk is not a disk image</source>
        <translation>データディスクはディスクイメージではありません</translation>
    </message>
    <message>
        <source>the disk of this computer is full</source>
        <translation>このコンピューターのディスクがいっぱいです</translation>
    </message>
    <message>
        <source>the end of its console may say why</source>
        <translation>コンソールの末尾に理由がある可能性があります</translation>
    </message>
    <message>
        <source>the folder belongs to another user</source>
        <translation>フォルダーは別のユーザーのものです</translation>
    </message>
    <message>
        <source>the guest answered with status {status}</source>
        <translation>ゲストが状態 {status} で応答しました</translation>
    </message>
    <message>
        <source>the guest does not accept the machine&apos;s key</source>
        <translation>ゲストがマシンの鍵を受け付けません</translation>
    </message>
    <message>
        <source>the guest gets no answer from this computer&apos;s resolver</source>
        <translation>ゲストがこのコンピューターのリゾルバーから応答を得られません</translation>
    </message>
    <message>
        <source>the guest gives no reason</source>
        <translation>ゲストは理由を伝えていません</translation>
    </message>
    <message>
        <source>the guest has said nothing yet</source>
        <translation>ゲストはまだ何も伝えていません</translation>
    </message>
    <message>
        <source>the guest said {output}</source>
        <translation>ゲストの応答: {output}</translation>
    </message>
    <message>
        <source>the guest told of {heard}</source>
        <translation>ゲストからの報告: {heard}</translation>
    </message>
    <message>
        <source>the guest&apos;s SSH server does not listen yet</source>
        <translation>ゲストの SSH サーバーがまだ待ち受けていません</translation>
    </message>
    <message>
        <source>the guest&apos;s clock is {offset} s off</source>
        <translation>ゲストの時計が {offset} 秒ずれています</translation>
    </message>
    <message>
        <source>the last stage was {heard}</source>
        <translation>最後の段階は {heard} でした</translation>
    </message>
    <message>
        <source>the machine has no disk yet; it has never been started</source>
        <translation>マシンにはまだディスクがありません。一度も起動していません</translation>
    </message>
    <message>
        <source>the machine has {most} open ports already</source>
        <translation>マシンはすでに {most} 個のポートを開いています</translation>
    </message>
    <message>
        <source>the machine is not running</source>
        <translation>マシンは動作していません</translation>
    </message>
    <message>
        <source>the machine is {state}</source>
        <translation>マシンの状態は「{state}」です</translation>
    </message>
    <message>
        <source>the machine opens ports on IPv4 addresses</source>
        <translation>マシンは IPv4 アドレスでポートを開きます</translation>
    </message>
    <message>
        <source>the machine&apos;s supervisor is running</source>
        <translation>マシンのスーパーバイザーが動いています</translation>
    </message>
    <message>
        <source>the path goes up by &apos;..&apos;</source>
        <translation>パスが &apos;..&apos; で上に出ています</translation>
    </message>
    <message>
        <source>the settings name {program}, which is not a program</source>
        <translation>設定の {program} はプログラムではありません</translation>
    </message>
    <message>
        <source>the stage “{stage}” did not end within {limit} s</source>
        <translation>段階「{stage}」が {limit} 秒以内に終わりませんでした</translation>
    </message>
    <message>
        <source>the start has not come so far</source>
        <translation>起動はまだそこまで進んでいません</translation>
    </message>
    <message>
        <source>there is a file of that name</source>
        <translation>その名前のファイルがあります</translation>
    </message>
    <message>
        <source>there is no pkexec</source>
        <translation>pkexec がありません</translation>
    </message>
    <message>
        <source>there is no such file or folder on this computer</source>
        <translation>このコンピューターにそのファイルやフォルダーはありません</translation>
    </message>
    <message>
        <source>there is no {name} on this computer</source>
        <translation>このコンピューターに {name} がありません</translation>
    </message>
    <message>
        <source>this QEMU cannot share folders by 9p</source>
        <translation>この QEMU は 9p でフォルダーを共有できません</translation>
    </message>
    <message>
        <source>this QEMU was built without its sandbox</source>
        <translation>この QEMU はサンドボックスなしでビルドされています</translation>
    </message>
    <message>
        <source>this computer has no address {host_ip}</source>
        <translation>このコンピューターにアドレス {host_ip} はありません</translation>
    </message>
    <message>
        <source>this computer has not enough free memory</source>
        <translation>このコンピューターの空きメモリが足りません</translation>
    </message>
    <message>
        <source>this computer has {cpus}</source>
        <translation>このコンピューターには {cpus} あります</translation>
    </message>
    <message>
        <source>this computer has {memory} MiB</source>
        <translation>このコンピューターには {memory} MiB あります</translation>
    </message>
    <message>
        <source>this user may not listen there</source>
        <translation>このユーザーはそこで待ち受けできません</translation>
    </message>
    <message>
        <source>was not tried</source>
        <translation>は試されていません</translation>
    </message>
    <message>
        <source>what answers on its port does not know the machine&apos;s key</source>
        <translation>ポートで応答するものがマシンの鍵を知りません</translation>
    </message>
    <message>
        <source>what answers there has another key than the machine</source>
        <translation>応答するものの鍵がマシンの鍵と異なります</translation>
    </message>
    <message>
        <source>what was found is not QEMU; it says {first}</source>
        <translation>見つかったものは QEMU ではありません。出力: {first}</translation>
    </message>
    <message>
        <source>{accelerator} cannot run it (internal-error)</source>
        <translation>{accelerator} では実行できません (internal-error)</translation>
    </message>
    <message>
        <source>{accelerator} did not run it within {limit} s</source>
        <translation>{accelerator} が {limit} 秒以内に実行しませんでした</translation>
    </message>
    <message>
        <source>{address} answers in {value} ms</source>
        <translation>{address} が {value} ms で応答します</translation>
    </message>
    <message>
        <source>{address} answers {answer}</source>
        <translation>{address} の応答: {answer}</translation>
    </message>
    <message>
        <source>{arguments} does not end</source>
        <translation>{arguments} が終了しません</translation>
    </message>
    <message>
        <source>{available} MiB are free, and the machine may take {wanted} MiB</source>
        <translation>空きは {available} MiB で、マシンは {wanted} MiB まで使えます</translation>
    </message>
    <message>
        <source>{available} MiB free</source>
        <translation>空き {available} MiB</translation>
    </message>
    <message>
        <source>{chosen} holds no {manifest}</source>
        <translation>{chosen} に {manifest} がありません</translation>
    </message>
    <message>
        <source>{command} ended with status {code}</source>
        <translation>{command} がステータス {code} で終了しました</translation>
    </message>
    <message>
        <source>{command} took longer than {timeout} s</source>
        <translation>{command} が {timeout} 秒を超えました</translation>
    </message>
    <message>
        <source>{cpus} CPUs</source>
        <translation>CPU {cpus} 個</translation>
    </message>
    <message>
        <source>{cpus}, {memory} of memory, {disk} of disk</source>
        <translation>{cpus}、メモリ {memory}、ディスク {disk}</translation>
    </message>
    <message>
        <source>{disk} has not the size that its manifest says</source>
        <translation>{disk} の大きさがマニフェストと異なります</translation>
    </message>
    <message>
        <source>{done} wrong entries are left</source>
        <translation>誤ったエントリーが {done} 個残っています</translation>
    </message>
    <message>
        <source>{error}. The machine is back at {version}, with all its data</source>
        <translation>{error}。マシンはすべてのデータとともに {version} に戻りました</translation>
    </message>
    <message>
        <source>{forwards} open</source>
        <translation>{forwards} 個が開いています</translation>
    </message>
    <message>
        <source>{found} of its tables&apos; entries are wrong</source>
        <translation>テーブルのエントリー {found} 個が誤っています</translation>
    </message>
    <message>
        <source>{found} parts of {path} could not be read</source>
        <translation>{path} の {found} か所を読めませんでした</translation>
    </message>
    <message>
        <source>{freed} MiB of disk went back to this computer.</source>
        <translation>ディスク {freed} MiB をこのコンピューターに返しました。</translation>
    </message>
    <message>
        <source>{free} MiB free where {place} lies</source>
        <translation>{place} のある場所の空き {free} MiB</translation>
    </message>
    <message>
        <source>{free} MiB of {size} MiB free</source>
        <translation>{size} MiB 中 {free} MiB が空き</translation>
    </message>
    <message>
        <source>{home} does not exist yet</source>
        <translation>{home} はまだ存在しません</translation>
    </message>
    <message>
        <source>{home}, open to this user only</source>
        <translation>{home}、このユーザーだけが使えます</translation>
    </message>
    <message>
        <source>{idle_stop} is less than nothing</source>
        <translation>{idle_stop} は 0 未満です</translation>
    </message>
    <message>
        <source>{manifest} does not list {name}</source>
        <translation>{manifest} に {name} が載っていません</translation>
    </message>
    <message>
        <source>{manifest} is not its first file</source>
        <translation>{manifest} が最初のファイルではありません</translation>
    </message>
    <message>
        <source>{manifest} names {name}</source>
        <translation>{manifest} に {name} が載っています</translation>
    </message>
    <message>
        <source>{name} after {seconds} s</source>
        <translation>{name} ({seconds} 秒)</translation>
    </message>
    <message>
        <source>{name} claims to have {size} bytes</source>
        <translation>{name} は {size} バイトあると称しています</translation>
    </message>
    <message>
        <source>{name} has {size} bytes, not {size2}</source>
        <translation>{name} は {size} バイトで、{size2} バイトではありません</translation>
    </message>
    <message>
        <source>{name} is damaged: its SHA-256 is not that of its manifest</source>
        <translation>{name} は壊れています: SHA-256 がマニフェストと異なります</translation>
    </message>
    <message>
        <source>{name} is not the file that was built (its SHA-256 is {found})</source>
        <translation>{name} はビルドされたファイルではありません (SHA-256 は {found})</translation>
    </message>
    <message>
        <source>{name} is not where it has to be</source>
        <translation>{name} が所定の位置にありません</translation>
    </message>
    <message>
        <source>{part} does not say on which address</source>
        <translation>{part} にアドレスがありません</translation>
    </message>
    <message>
        <source>{path} belongs to another user</source>
        <translation>{path} は別のユーザーのものです</translation>
    </message>
    <message>
        <source>{path} does not exist</source>
        <translation>{path} は存在しません</translation>
    </message>
    <message>
        <source>{path} exists</source>
        <translation>{path} は存在します</translation>
    </message>
    <message>
        <source>{path} is open to others ({mode})</source>
        <translation>{path} はほかの人に開かれています ({mode})</translation>
    </message>
    <message>
        <source>{pid} (pid {pid2})</source>
        <translation>{pid} (pid {pid2})</translation>
    </message>
    <message>
        <source>{port} is not a port</source>
        <translation>{port} はポートではありません</translation>
    </message>
    <message>
        <source>{program} is QEMU {text}, and a machine needs {least_version}.{least_version2}</source>
        <translation>{program} は QEMU {text} ですが、マシンには {least_version}.{least_version2} が必要です</translation>
    </message>
    <message>
        <source>{real} is not a folder</source>
        <translation>{real} はフォルダーではありません</translation>
    </message>
    <message>
        <source>{shares} through {transport}</source>
        <translation>{shares} 個 ({transport})</translation>
    </message>
    <message>
        <source>{size} bytes</source>
        <translation>{size} バイト</translation>
    </message>
    <message>
        <source>{size}, takes {on_host} MiB of this computer</source>
        <translation>{size}、このコンピューターの {on_host} MiB を使用</translation>
    </message>
    <message>
        <source>{state} cannot be read</source>
        <translation>{state} を読めません</translation>
    </message>
    <message>
        <source>{text} is no address</source>
        <translation>{text} はアドレスではありません</translation>
    </message>
    <message>
        <source>{version} with engine {engine}, {size} MiB, as it was built</source>
        <translation>{version} (エンジン {engine})、{size} MiB、ビルド時のまま</translation>
    </message>
    <message>
        <source>{wanted} is not shared with the machine</source>
        <translation>{wanted} はマシンと共有されていません</translation>
    </message>
    <message>
        <source>Resuming the machine</source>
        <translation>マシンを再開しています</translation>
    </message>
    <message>
        <source>Cannot resume the machine</source>
        <translation>マシンを再開できません</translation>
    </message>
    <message>
        <source>Cannot change the engine&apos;s settings</source>
        <translation>エンジンの設定を変更できません</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>レジストリ</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine.</source>
        <translation>マシンの次回起動時から有効になります。</translation>
    </message>
    <message>
        <source>Proxy for http</source>
        <translation>http 用プロキシ</translation>
    </message>
    <message>
        <source>The machine pulls images through it. Empty follows this computer.</source>
        <translation>マシンはこれを通してイメージを取得します。空欄の場合はこのコンピューターの設定に従います。</translation>
    </message>
    <message>
        <source>Proxy for https</source>
        <translation>https 用プロキシ</translation>
    </message>
    <message>
        <source>Empty follows this computer, or is the one for http.</source>
        <translation>空欄の場合はこのコンピューターの設定に従うか、http 用と同じになります。</translation>
    </message>
    <message>
        <source>Reached without proxy</source>
        <translation>プロキシを使わない接続先</translation>
    </message>
    <message>
        <source>Names, domains and ranges, with commas between them.</source>
        <translation>名前、ドメイン、範囲をカンマで区切ります。</translation>
    </message>
    <message>
        <source>Mirrors of Docker Hub</source>
        <translation>Docker Hub のミラー</translation>
    </message>
    <message>
        <source>Asked first, in this order.</source>
        <translation>この順に、最初に問い合わせます。</translation>
    </message>
    <message>
        <source>Registries without TLS</source>
        <translation>TLS を使わないレジストリ</translation>
    </message>
    <message>
        <source>What goes to and from them can be read and changed on its way.</source>
        <translation>通信内容は途中で読み取りや改変をされる可能性があります。</translation>
    </message>
    <message>
        <source>Certificates of registries</source>
        <translation>レジストリの証明書</translation>
    </message>
    <message>
        <source>A shared folder in which HOST:PORT/ca.crt is the certificate authority of a registry.</source>
        <translation>HOST:PORT/ca.crt にレジストリの認証局を置いた共有フォルダーです。</translation>
    </message>
    <message>
        <source>Open the machine&apos;s resources</source>
        <translation>マシンのリソースを開く</translation>
    </message>
    <message>
        <source>CPUs, memory, disk and sleep when idle are on the Machine page.</source>
        <translation>CPU、メモリ、ディスク、アイドル時のスリープはマシンのページにあります。</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>リソース</translation>
    </message>
    <message>
        <source>Restart the machine…</source>
        <translation>マシンを再起動…</translation>
    </message>
    <message>
        <source>Settings that wait</source>
        <translation>反映待ちの設定</translation>
    </message>
    <message>
        <source>The machine has been running since before they were changed.</source>
        <translation>マシンは変更前から動き続けています。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>なし。</translation>
    </message>
    <message>
        <source>Counts from the next start of the machine</source>
        <translation>マシンの次回起動時から有効</translation>
    </message>
    <message>
        <source>Changing the engine&apos;s settings</source>
        <translation>エンジンの設定を変更しています</translation>
    </message>
    <message>
        <source>{engine} answers at {address}</source>
        <translation>{engine} が {address} で応答しています</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>It does not answer at {address}</source>
        <translation>{address} で応答がありません</translation>
    </message>
    <message>
        <source>Start it: {command}</source>
        <translation>起動するには: {command}</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>You may use the engine without a password</source>
        <translation>パスワードなしでエンジンを使えます</translation>
    </message>
    <message>
        <source>This user may not use {address}</source>
        <translation>このユーザーは {address} を使えません</translation>
    </message>
    <message>
        <source>Join its group, then log in again: {command}</source>
        <translation>グループに参加してからログインし直してください: {command}</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{folder} の空き {size}</translation>
    </message>
    <message>
        <source>Make room there, or give the engine another folder: data-root in {file}</source>
        <translation>空きを作るか、エンジンに別のフォルダーを指定してください: {file} の data-root</translation>
    </message>
    <message>
        <source>{size} in this computer</source>
        <translation>このコンピューターに {size}</translation>
    </message>
    <message>
        <source>Run few containers at a time, and limit their memory.</source>
        <translation>一度に実行するコンテナを少なくし、メモリを制限してください。</translation>
    </message>
    <message>
        <source>Warnings of the engine</source>
        <translation>エンジンの警告</translation>
    </message>
    <message>
        <source>It has none</source>
        <translation>ありません</translation>
    </message>
    <message>
        <source>Containers run all the same.</source>
        <translation>それでもコンテナは動作します。</translation>
    </message>
    <message>
        <source>Docker command</source>
        <translation>docker コマンド</translation>
    </message>
    <message>
        <source>It is not installed; the davit command does the same</source>
        <translation>インストールされていません。davit コマンドで同じことができます</translation>
    </message>
    <message>
        <source>It leads to this engine</source>
        <translation>このエンジンにつながっています</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>どこにもつながっていません</translation>
    </message>
    <message>
        <source>It leads to {address}</source>
        <translation>接続先: {address}</translation>
    </message>
    <message>
        <source>DOCKER_HOST says so. Unset it, then let docker use this engine.</source>
        <translation>DOCKER_HOST の設定によるものです。解除してから、docker でこのエンジンを使ってください。</translation>
    </message>
    <message>
        <source>Let it use this engine with the button below, or leave it as it is.</source>
        <translation>下のボタンでこのエンジンを使うようにするか、そのままにしてください。</translation>
    </message>
    <message>
        <source>Folder of its data</source>
        <translation>データのフォルダー</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>コントロールグループ</translation>
    </message>
    <message>
        <source>To change them</source>
        <translation>変更するには</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}. Containers go on meanwhile. Certificates of registries belong into {folder}.</source>
        <translation>root で {file} を編集し、エンジンを再起動してください: {command}。その間もコンテナは動き続けます。レジストリの証明書は {folder} に置きます。</translation>
    </message>
    <message>
        <source>Edit {file} as root, then restart the engine: {command}.</source>
        <translation>root で {file} を編集し、エンジンを再起動してください: {command}。</translation>
    </message>
    <message>
        <source>This engine&apos;s own documentation tells how.</source>
        <translation>方法はこのエンジンのドキュメントにあります。</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>{name} をダウンロード</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>フォルダーにダウンロード</translation>
    </message>
    <message>
        <source>Download {name} as tar</source>
        <translation>{name} を tar としてダウンロード</translation>
    </message>
    <message>
        <source>Downloading {name}</source>
        <translation>{name} をダウンロードしています</translation>
    </message>
    <message>
        <source>Cannot download {name}</source>
        <translation>{name} をダウンロードできません</translation>
    </message>
    <message>
        <source>Downloaded {name}</source>
        <translation>{name} をダウンロードしました</translation>
    </message>
    <message>
        <source>Upload to {path}</source>
        <translation>{path} にアップロード</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>ファイルを置き換え</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n file(s) in {path}?</source>
        <translation>
            <numerusform>{path} の %n 個のファイルを置き換えますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換え</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading {name}</source>
        <translation>{name} をアップロードしています</translation>
    </message>
    <message>
        <source>Cannot upload {name}</source>
        <translation>{name} をアップロードできません</translation>
    </message>
    <message>
        <source>Uploaded {name} to {path}</source>
        <translation>{name} を {path} にアップロードしました</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新しいファイル</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>{name} を作成しています</translation>
    </message>
    <message>
        <source>Cannot make {name}</source>
        <translation>{name} を作成できません</translation>
    </message>
    <message>
        <source>Name of the new folder in {path}</source>
        <translation>{path} に作成する新しいフォルダーの名前</translation>
    </message>
    <message>
        <source>Name of the new file in {path}</source>
        <translation>{path} に作成する新しいファイルの名前</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>New name of {name}</source>
        <translation>{name} の新しい名前</translation>
    </message>
    <message>
        <source>Delete {path}?</source>
        <translation>{path} を削除しますか?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n file(s)?</source>
        <translation>
            <numerusform>%n 個のファイルを削除しますか?</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders are deleted with all they hold.</source>
        <translation>フォルダーは中身ごと削除されます。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>ファイルを削除</translation>
    </message>
    <message>
        <source>Cannot use the name {name}</source>
        <translation>名前 {name} は使えません</translation>
    </message>
    <message>
        <source>A name is a single one, without a slash</source>
        <translation>名前は 1 つだけで、スラッシュは使えません</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Hides</source>
        <translation>隠す量</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>無駄</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Hides {bytes} of lower layers</source>
        <translation>下のレイヤーの {bytes} を隠しています</translation>
    </message>
    <message>
        <source>{bytes} of this layer are hidden by higher ones</source>
        <translation>このレイヤーの {bytes} が上のレイヤーに隠されています</translation>
    </message>
    <message>
        <source>Cannot read {path}</source>
        <translation>{path} を読み取れません</translation>
    </message>
    <message>
        <source>Back to the files (Esc)</source>
        <translation>ファイル一覧に戻る (Esc)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
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
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>ダウンロード…</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>再読み込み (F5)</translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>Search this file  (Ctrl+F)</source>
        <translation>このファイルを検索  (Ctrl+F)</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Save or discard them.</source>
        <translation>保存していない変更があります。保存するか破棄してください。</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>テキストではありません</translation>
    </message>
    <message>
        <source>the first {size} as hex</source>
        <translation>先頭の {size} を 16 進数で表示</translation>
    </message>
    <message>
        <source>Cannot save {path}</source>
        <translation>{path} を保存できません</translation>
    </message>
    <message>
        <source>It has characters that {encoding} cannot hold</source>
        <translation>{encoding} で表せない文字があります</translation>
    </message>
    <message>
        <source>It is larger than {size}</source>
        <translation>{size} を超えています</translation>
    </message>
    <message>
        <source>Saving {path}</source>
        <translation>{path} を保存しています</translation>
    </message>
    <message>
        <source>The file has changed since it was read. Save again to replace it, or discard your changes to see it.</source>
        <translation>読み取り後にファイルが変更されました。もう一度保存すると置き換えられます。変更を破棄すると新しい内容が表示されます。</translation>
    </message>
    <message>
        <source>Only the first {size} are shown.</source>
        <translation>先頭の {size} のみ表示しています。</translation>
    </message>
    <message>
        <source>Go to a path, such as /etc</source>
        <translation>/etc などのパスに移動</translation>
    </message>
    <message>
        <source>Path to go to</source>
        <translation>移動先のパス</translation>
    </message>
    <message>
        <source>Filter  (Ctrl+F)</source>
        <translation>絞り込み  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter the files that are open</source>
        <translation>開いているファイルを絞り込み</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新しいフォルダー…</translation>
    </message>
    <message>
        <source>Upload…</source>
        <translation>アップロード…</translation>
    </message>
    <message>
        <source>Upload files into the selected folder; or drop them on it</source>
        <translation>選択中のフォルダーにファイルをアップロード。ドロップもできます</translation>
    </message>
    <message>
        <source>This engine cannot list files</source>
        <translation>このエンジンはファイルを一覧表示できません</translation>
    </message>
    <message>
        <source>Only Davit&apos;s own engine can. Others copy them out as a whole.</source>
        <translation>対応しているのは Davit のエンジンのみです。ほかのエンジンでは全体をコピーします。</translation>
    </message>
    <message>
        <source>Cannot go to {path}</source>
        <translation>{path} に移動できません</translation>
    </message>
    <message>
        <source>There is no such file or folder</source>
        <translation>そのようなファイルやフォルダーはありません</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n file(s)</source>
        <translation>
            <numerusform>絞り込みで %n 個のファイルが隠れています</numerusform>
        </translation>
    </message>
    <message>
        <source>It looks through the folders that are open.</source>
        <translation>開いているフォルダーの中を検索します。</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n path(s)</source>
        <translation>
            <numerusform>%n 個のパスをコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>Download as tar…</source>
        <translation>tar としてダウンロード…</translation>
    </message>
    <message>
        <source>Upload here…</source>
        <translation>ここにアップロード…</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>新しいファイル…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Show more of this folder…</source>
        <translation>このフォルダーの続きを表示…</translation>
    </message>
    <message>
        <source>Empty folder</source>
        <translation>空のフォルダー</translation>
    </message>
    <message>
        <source>Volume {name}</source>
        <translation>ボリューム {name}</translation>
    </message>
    <message>
        <source>Folder of the host: {path}</source>
        <translation>ホストのフォルダー: {path}</translation>
    </message>
    <message>
        <source>In memory (tmpfs)</source>
        <translation>メモリ上 (tmpfs)</translation>
    </message>
    <message>
        <source>Mount of kind {kind}</source>
        <translation>種類 {kind} のマウント</translation>
    </message>
    <message>
        <source>{mount}, read-only</source>
        <translation>{mount}、読み取り専用</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Deleted since the image</source>
        <translation>イメージ以降に削除</translation>
    </message>
    <message>
        <source>Filter by name, image, state, port, label  (Ctrl+F)</source>
        <translation>名前、イメージ、状態、ポート、ラベルで絞り込み  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter containers</source>
        <translation>コンテナを絞り込み</translation>
    </message>
    <message>
        <source>Show containers: {which}</source>
        <translation>表示するコンテナ: {which}</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>列を選択</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>前の一致 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>次の一致 (F3)</translation>
    </message>
    <message>
        <source>Creating the container</source>
        <translation>コンテナを作成しています</translation>
    </message>
    <message>
        <source>Starting it</source>
        <translation>開始しています</translation>
    </message>
    <message>
        <source>Waiting for its page</source>
        <translation>ページを待っています</translation>
    </message>
    <message>
        <source>The container runs, but {address} does not answer</source>
        <translation>コンテナは動いていますが、{address} が応答しません</translation>
    </message>
    <message>
        <source>This engine does not hold {image}, which comes with Davit&apos;s own engine</source>
        <translation>このエンジンには、Davit のエンジンに付属する {image} がありません</translation>
    </message>
    <message>
        <source>Running your first container</source>
        <translation>最初のコンテナを実行しています</translation>
    </message>
    <message>
        <source>Cannot run your first container</source>
        <translation>最初のコンテナを実行できません</translation>
    </message>
    <message>
        <source>No containers yet</source>
        <translation>コンテナはまだありません</translation>
    </message>
    <message>
        <source>A container is a program with all it needs, apart from the rest of your computer. This one is a small web page that came with Davit: it needs no network.</source>
        <translation>コンテナとは、必要なものをすべて備え、コンピューターのほかの部分から切り離されたプログラムです。これは Davit に付属する小さな Web ページで、ネットワークは不要です。</translation>
    </message>
    <message>
        <source>Run your first container</source>
        <translation>最初のコンテナを実行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>cached</source>
        <comment>a step of a build</comment>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Back to the builds (Alt+Left)</source>
        <translation>ビルドに戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>Cancel build</source>
        <translation>ビルドを中止</translation>
    </message>
    <message>
        <source>Build again…</source>
        <translation>もう一度ビルド…</translation>
    </message>
    <message>
        <source>Show image</source>
        <translation>イメージを表示</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>ビルド</translation>
    </message>
    <message>
        <source>Show what all steps print</source>
        <translation>すべてのステップの出力を表示</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>{line} 行目</translation>
    </message>
    <message>
        <source>Show line {line} of the Dockerfile</source>
        <translation>Dockerfile の {line} 行目を表示</translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>{line} 行目: {problem}</translation>
    </message>
    <message>
        <source>Dockerfile ({count})</source>
        <translation>Dockerfile ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 件の警告</numerusform>
        </translation>
    </message>
    <message>
        <source>stage {name}</source>
        <translation>ステージ {name}</translation>
    </message>
    <message>
        <source>{size} received</source>
        <translation>{size} 受信済み</translation>
    </message>
    <message>
        <source>{over} of {all} steps</source>
        <translation>{all} ステップ中 {over}</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>{name} のみ</translation>
    </message>
    <message>
        <source>{words}. Show what all steps print</source>
        <translation>{words}。すべてのステップの出力を表示</translation>
    </message>
    <message>
        <source>(nothing is told)</source>
        <translation>（情報なし）</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>ファイルなし</translation>
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
        <translation>作成元</translation>
    </message>
    <message>
        <source>Back to the images (Alt+Left)</source>
        <translation>イメージ一覧に戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>Pull the update</source>
        <translation>更新を取得</translation>
    </message>
    <message>
        <source>Push…</source>
        <translation>送信…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用元</translation>
    </message>
    <message>
        <source>Containers made from this image</source>
        <translation>このイメージから作られたコンテナ</translation>
    </message>
    <message>
        <source>No container is made from this image</source>
        <translation>このイメージから作られたコンテナはありません</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>別名 {names}</translation>
    </message>
    <message>
        <source>Used by {who}</source>
        <translation>{who} が使用</translation>
    </message>
    <message>
        <source>Used by ({count})</source>
        <translation>使用元 ({count})</translation>
    </message>
    <message>
        <source>Cannot read the image</source>
        <translation>イメージを読み取れません</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>タグ付け…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>更新を確認</translation>
    </message>
    <message>
        <source>Delete a name</source>
        <translation>名前を削除</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>#</source>
        <comment>number of a layer</comment>
        <translation>#</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>In layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>deleted by layer {number}</source>
        <translation>レイヤー {number} で削除</translation>
    </message>
    <message>
        <source>replaced by layer {number}</source>
        <translation>レイヤー {number} で置き換え</translation>
    </message>
    <message>
        <source>{added} added, {changed} changed, {removed} removed</source>
        <translation>追加 {added}、変更 {changed}、削除 {removed}</translation>
    </message>
    <message>
        <source>Find files  (Ctrl+F)</source>
        <translation>ファイルを検索  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find files of this layer</source>
        <translation>このレイヤーのファイルを検索</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>表示: {what}</translation>
    </message>
    <message>
        <source>Files of the layer</source>
        <translation>レイヤーのファイル</translation>
    </message>
    <message>
        <source>Wasted files of all layers</source>
        <translation>全レイヤーの無駄なファイル</translation>
    </message>
    <message>
        <source>Cannot read the layers</source>
        <translation>レイヤーを読み取れません</translation>
    </message>
    <message>
        <source>This engine does not tell the files of layers</source>
        <translation>このエンジンはレイヤーのファイルを表示できません</translation>
    </message>
    <message>
        <source>Davit&apos;s own engine does. The History tab shows the steps and their sizes.</source>
        <translation>Davit のエンジンなら表示できます。履歴タブに各ステップとサイズが表示されます。</translation>
    </message>
    <message>
        <source>The engine&apos;s answer ended too early.</source>
        <translation>エンジンの応答が途中で終わりました。</translation>
    </message>
    <message>
        <source>{wasted} of {size} wasted ({part})</source>
        <translation>{size} のうち {wasted} が無駄 ({part})</translation>
    </message>
    <message>
        <source>Nothing wasted: every file of the layers is seen</source>
        <translation>無駄なし: レイヤーのすべてのファイルが見えています</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out, sums are of all</source>
        <translation>
            <numerusform>%n 行を省略、合計は全体のもの</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wasted</source>
        <translation>無駄はありません</translation>
    </message>
    <message>
        <source>No file of this layer matches</source>
        <translation>このレイヤーに一致するファイルはありません</translation>
    </message>
    <message>
        <source>This layer has no files</source>
        <translation>このレイヤーにファイルはありません</translation>
    </message>
    <message>
        <source>{names}, update available</source>
        <translation>{names}、更新あり</translation>
    </message>
    <message>
        <source>Dangling: no name leads to this image</source>
        <translation>名前なし: このイメージを指す名前がありません</translation>
    </message>
    <message>
        <source>{name}: update available</source>
        <translation>{name}: 更新あり</translation>
    </message>
    <message>
        <source>No answer about updates: {why}</source>
        <translation>更新について応答がありません: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n 個のコンテナ</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing shared with other images</source>
        <translation>ほかのイメージとの共有なし</translation>
    </message>
    <message>
        <source>{unique} of its own, {shared} shared with other images</source>
        <translation>固有 {unique}、ほかのイメージと共有 {shared}</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>固有</translation>
    </message>
    <message>
        <source>Update</source>
        <comment>a newer image is there: click to pull it</comment>
        <translation>更新</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Tag an image</source>
        <translation>イメージにタグを付ける</translation>
    </message>
    <message>
        <source>Another name for {name} ({id})</source>
        <translation>{name} ({id}) の別の名前</translation>
    </message>
    <message>
        <source>name:tag, or registry.example.com/name:tag</source>
        <translation>name:tag または registry.example.com/name:tag</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新しい名前</translation>
    </message>
    <message>
        <source>Tag image</source>
        <translation>タグを付ける</translation>
    </message>
    <message>
        <source>Import as image</source>
        <translation>イメージとしてインポート</translation>
    </message>
    <message>
        <source>The files in {file} become an image with one layer.</source>
        <translation>{file} のファイルが 1 層のイメージになります。</translation>
    </message>
    <message>
        <source>Import image</source>
        <translation>イメージをインポート</translation>
    </message>
    <message>
        <source>What its containers run. It may stay empty.</source>
        <translation>コンテナが実行するもの。空のままでもかまいません。</translation>
    </message>
    <message>
        <source>Another image has this name and would lose it</source>
        <translation>この名前は別のイメージが使っており、そのイメージから外れます</translation>
    </message>
    <message>
        <source>A quote in the command is not closed</source>
        <translation>コマンドの引用符が閉じられていません</translation>
    </message>
    <message>
        <source>Prune unused images</source>
        <translation>未使用のイメージを整理</translation>
    </message>
    <message>
        <source>Dangling only ({count})</source>
        <translation>名前なしのみ ({count})</translation>
    </message>
    <message>
        <source>All unused ({count})</source>
        <translation>未使用すべて ({count})</translation>
    </message>
    <message>
        <source>Images to delete</source>
        <translation>削除するイメージ</translation>
    </message>
    <message>
        <source>There is nothing to delete</source>
        <translation>削除するものはありません</translation>
    </message>
    <message>
        <source>{bytes} come free on the disk</source>
        <translation>ディスクの {bytes} が空きます</translation>
    </message>
    <message>
        <source>Up to {bytes} come free on the disk</source>
        <translation>ディスクの最大 {bytes} が空きます</translation>
    </message>
    <message>
        <source>No container uses them. What they share with images that stay is kept.</source>
        <translation>どのコンテナも使っていません。残るイメージとの共有部分は保持されます。</translation>
    </message>
    <message>
        <source>No name leads to them and no container uses them.</source>
        <translation>名前がなく、どのコンテナも使っていません。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージを削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting the name {name}</source>
        <translation>名前 {name} を削除しています</translation>
    </message>
    <message>
        <source>Cannot delete the name {name}</source>
        <translation>名前 {name} を削除できません</translation>
    </message>
    <message>
        <source>Deleted the name {name}</source>
        <translation>名前 {name} を削除しました</translation>
    </message>
    <message>
        <source>Cannot tell what is unused</source>
        <translation>未使用のものを判別できません</translation>
    </message>
    <message>
        <source>What is unused has changed: please look again</source>
        <translation>未使用のものが変わりました。もう一度確認してください</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n image(s): {bytes} came free</source>
        <translation>
            <numerusform>%n 個のイメージを削除しました: {bytes} が空きました</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting unused images</source>
        <translation>未使用のイメージを削除しています</translation>
    </message>
    <message>
        <source>Cannot delete unused images</source>
        <translation>未使用のイメージを削除できません</translation>
    </message>
    <message>
        <source>Pulling {name}</source>
        <translation>{name} を取得しています</translation>
    </message>
    <message>
        <source>Cannot pull {name}</source>
        <translation>{name} を取得できません</translation>
    </message>
    <message>
        <source>Pulled {name}</source>
        <translation>{name} を取得しました</translation>
    </message>
    <message>
        <source>Pushed {name}</source>
        <translation>{name} を送信しました</translation>
    </message>
    <message>
        <source>None of these images came from a registry</source>
        <translation>これらのイメージはいずれもレジストリから取得したものではありません</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n image(s) for updates</source>
        <translation>
            <numerusform>%n 個のイメージの更新を確認しています</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot check for updates</source>
        <translation>更新を確認できません</translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) available</source>
        <translation>
            <numerusform>%n 件の更新があります</numerusform>
        </translation>
    </message>
    <message>
        <source>No updates</source>
        <translation>更新はありません</translation>
    </message>
    <message numerus="yes">
        <source>{updates}; no answer about %n image(s)</source>
        <translation>
            <numerusform>{updates}、%n 個のイメージについて応答なし</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagging {name}</source>
        <translation>{name} のタグを付けています</translation>
    </message>
    <message>
        <source>Cannot give {image} the name {name}</source>
        <translation>{image} に名前 {name} を付けられません</translation>
    </message>
    <message>
        <source>Tagged {name}</source>
        <translation>{name} のタグを付けました</translation>
    </message>
    <message numerus="yes">
        <source>Save %n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージを保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Image archives (*.tar)</source>
        <translation>イメージのアーカイブ (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージ</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} written</source>
        <translation>{bytes} 書き込み済み</translation>
    </message>
    <message>
        <source>Saving {what}</source>
        <translation>{what} を保存しています</translation>
    </message>
    <message>
        <source>Cannot save {what}</source>
        <translation>{what} を保存できません</translation>
    </message>
    <message>
        <source>Saved {what}: {bytes}</source>
        <translation>{what} を保存しました: {bytes}</translation>
    </message>
    <message>
        <source>Load images</source>
        <translation>イメージを読み込み</translation>
    </message>
    <message>
        <source>Image archives (*.tar *.tar.gz *.tgz *.tar.zst)</source>
        <translation>イメージのアーカイブ (*.tar *.tar.gz *.tgz *.tar.zst)</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <comment>bytes</comment>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Loaded {name}</source>
        <translation>{name} を読み込みました</translation>
    </message>
    <message numerus="yes">
        <source>Loaded %n image(s)</source>
        <translation>
            <numerusform>%n 個のイメージを読み込みました</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>{file} を読み込んでいます</translation>
    </message>
    <message>
        <source>Cannot load {file}</source>
        <translation>{file} を読み込めません</translation>
    </message>
    <message>
        <source>Import files as image</source>
        <translation>ファイルをイメージとしてインポート</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>{file} をインポートしています</translation>
    </message>
    <message>
        <source>Imported {name}</source>
        <translation>{name} をインポートしました</translation>
    </message>
    <message>
        <source>Only what docker save, davit save or another image tool wrote is loaded.</source>
        <translation>docker save、davit save、またはほかのイメージツールで書き出したファイルのみ読み込めます。</translation>
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
        <translation>名前なし</translation>
    </message>
    <message>
        <source>Load, check for updates…</source>
        <translation>読み込み、更新の確認…</translation>
    </message>
    <message>
        <source>Prune unused…</source>
        <translation>未使用を整理…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>取得…</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>イメージはまだありません</translation>
    </message>
    <message>
        <source>An image is what containers are made from. Images come from a registry, are built, or are loaded from a file: drop one here.</source>
        <translation>イメージはコンテナの元になるものです。レジストリから取得するか、ビルドするか、ファイルから読み込みます。ここにファイルをドロップできます。</translation>
    </message>
    <message>
        <source>Pull an image</source>
        <translation>イメージを取得</translation>
    </message>
    <message>
        <source>Filter by name, id or container  (Ctrl+F)</source>
        <translation>名前、ID、コンテナで絞り込み  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>イメージを絞り込み</translation>
    </message>
    <message>
        <source>Show images: {which}</source>
        <translation>表示するイメージ: {which}</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>読み込み…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>ファイルをインポート…</translation>
    </message>
    <message>
        <source>Check once whenever Davit shows this page</source>
        <translation>このページを表示するたびに 1 回確認</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n image(s)</source>
        <translation>
            <numerusform>絞り込みで %n 個のイメージが隠れています</numerusform>
        </translation>
    </message>
    <message>
        <source>{bytes} on the disk</source>
        <translation>ディスク上 {bytes}</translation>
    </message>
    <message numerus="yes">
        <source>%n unused</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n 個未使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>images</comment>
        <translation>
            <numerusform>%n 個選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>Open container</source>
        <translation>コンテナを開く</translation>
    </message>
    <message>
        <source>Show the image</source>
        <translation>イメージを表示</translation>
    </message>
    <message>
        <source>Show the network</source>
        <translation>ネットワークを表示</translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation>ボリュームを表示</translation>
    </message>
    <message>
        <source>Browse the files</source>
        <translation>ファイルを閲覧</translation>
    </message>
    <message>
        <source>Inspect, as sections</source>
        <translation>詳細情報 (セクション表示)</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Inspect, as JSON</source>
        <translation>詳細情報 (JSON)</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>読みやすい表示</translation>
    </message>
    <message>
        <source>Search  (Ctrl+F)</source>
        <translation>検索  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the inspect document</source>
        <translation>詳細情報を検索</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>すべて折りたたむ</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>すべて展開</translation>
    </message>
    <message>
        <source>Reveal secrets</source>
        <translation>機密の値を表示</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON をコピー</translation>
    </message>
    <message>
        <source>Cover secrets</source>
        <translation>機密の値を隠す</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>名前をコピー</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>名前と値をコピー</translation>
    </message>
    <message>
        <source>Reveal or cover</source>
        <translation>表示または隠す</translation>
    </message>
    <message>
        <source>Fold or unfold (Alt+Return)</source>
        <translation>折りたたみまたは展開 (Alt+Return)</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n layer(s)</source>
        <translation>
            <numerusform>%n レイヤー中 {done}</numerusform>
        </translation>
    </message>
    <message>
        <source>{layers}, {done} of {total}</source>
        <comment>bytes</comment>
        <translation>{layers}、{done} / {total}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n row(s)</source>
        <translation>
            <numerusform>絞り込みで %n 行が隠れています</numerusform>
        </translation>
    </message>
    <message>
        <source>Position in the log</source>
        <translation>ログ内の位置</translation>
    </message>
    <message>
        <source>Position in the lines</source>
        <translation>行内の位置</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>No times</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Full date and time (UTC)</source>
        <translation>日付と時刻 (UTC)</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Debugging</source>
        <translation>デバッグ</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Lines without a level</source>
        <translation>レベルのない行</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>標準出力</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>標準エラー出力</translation>
    </message>
    <message>
        <source>Containers and streams</source>
        <translation>コンテナとストリーム</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>ログを検索</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>ログを検索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>“disk AND NOT full” finds lines that have the one and not the other; “AND NOT debug” finds all but some.</source>
        <translation>「disk AND NOT full」は一方を含み他方を含まない行を、「AND NOT debug」は一部を除くすべての行を見つけます。</translation>
    </message>
    <message>
        <source>Matching lines</source>
        <translation>一致する行</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter, Shift+F3)</source>
        <translation>前の一致 (Shift+Enter, Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (Enter, F3)</source>
        <translation>次の一致 (Enter, F3)</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表現</translation>
    </message>
    <message>
        <source>Show only lines that match</source>
        <translation>一致する行のみ表示</translation>
    </message>
    <message>
        <source>Lines shown around each match</source>
        <translation>一致の前後に表示する行</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Only lines from some time</source>
        <translation>指定時刻以降の行のみ</translation>
    </message>
    <message>
        <source>Spread lines of JSON</source>
        <translation>JSON の行を展開</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
    <message>
        <source>Times before the lines</source>
        <translation>行の前に時刻を表示</translation>
    </message>
    <message>
        <source>Follow: stay at the newest line</source>
        <translation>追従: 最新の行を表示し続ける</translation>
    </message>
    <message>
        <source>Clear the view</source>
        <translation>表示をクリア</translation>
    </message>
    <message>
        <source>Copy the selection, or everything shown</source>
        <translation>選択範囲または表示中のすべてをコピー</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>ファイルに保存</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) before and after</source>
        <translation>
            <numerusform>前後 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Matching lines only</source>
        <translation>一致する行のみ</translation>
    </message>
    <message>
        <source>Save as text…</source>
        <translation>テキストとして保存…</translation>
    </message>
    <message>
        <source>Save with times…</source>
        <translation>時刻付きで保存…</translation>
    </message>
    <message>
        <source>Save with times and colour codes…</source>
        <translation>時刻と色コード付きで保存…</translation>
    </message>
    <message>
        <source>Save exactly as written, with colour codes…</source>
        <translation>色コードを含めてそのまま保存…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>すべてのレベル</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>すべてのコンテナ</translation>
    </message>
    <message>
        <source>No container</source>
        <translation>コンテナなし</translation>
    </message>
    <message>
        <source>No stream</source>
        <translation>ストリームなし</translation>
    </message>
    <message>
        <source>{count} of {all} containers</source>
        <translation>{all} 個中 {count} 個のコンテナ</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>一致なし</translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s) hidden</source>
        <translation>
            <numerusform>⋯ %n 行を非表示</numerusform>
        </translation>
    </message>
    <message>
        <source>… {size} more. Show all</source>
        <translation>… 残り {size}。すべて表示</translation>
    </message>
    <message>
        <source>… {size} more. Show {part} of it</source>
        <translation>… 残り {size}。うち {part} を表示</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n バイト</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of {name} may be missing here</source>
        <translation>ここで {name} の行が欠けている可能性があります</translation>
    </message>
    <message>
        <source>Lines may be missing here</source>
        <translation>ここで行が欠けている可能性があります</translation>
    </message>
    <message>
        <source>{name} started {when}</source>
        <translation>{name} が開始 ({when})</translation>
    </message>
    <message>
        <source>Started {when}</source>
        <translation>開始 ({when})</translation>
    </message>
    <message>
        <source>{name} ended {when} with exit code {code}</source>
        <translation>{name} が終了コード {code} で終了 ({when})</translation>
    </message>
    <message>
        <source>{name} ended {when}</source>
        <translation>{name} が終了 ({when})</translation>
    </message>
    <message>
        <source>Ended {when} with exit code {code}</source>
        <translation>終了コード {code} で終了 ({when})</translation>
    </message>
    <message>
        <source>Ended {when}</source>
        <translation>終了 ({when})</translation>
    </message>
    <message>
        <source>10m, 14:30, 2026-11-21 14:30</source>
        <comment>example times</comment>
        <translation>10m、14:30、2026-11-21 14:30</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了時刻</translation>
    </message>
    <message>
        <source>Show lines of any time</source>
        <translation>すべての時刻の行を表示</translation>
    </message>
    <message>
        <source>What is wrong with the times</source>
        <translation>時刻の問題点</translation>
    </message>
    <message>
        <source>The first time is later than the second.</source>
        <translation>開始時刻が終了時刻より後になっています。</translation>
    </message>
    <message>
        <source>Spread or fold this JSON (Enter)</source>
        <translation>この JSON を展開または折りたたむ (Enter)</translation>
    </message>
    <message>
        <source>Click to open in the browser</source>
        <translation>クリックするとブラウザーで開きます</translation>
    </message>
    <message>
        <source>Log in to {registry}</source>
        <translation>{registry} にログイン</translation>
    </message>
    <message>
        <source>The login is kept where docker keeps it, so that docker and davit on this computer are logged in too. Where a registry offers access tokens, use one in place of the password.</source>
        <translation>ログイン情報は docker と同じ場所に保存されるため、このコンピューターの docker と davit もログインした状態になります。レジストリがアクセストークンを発行している場合は、パスワードの代わりに使ってください。</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>パスワードまたはトークン</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>パスワードを表示</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>パスワードを隠す</translation>
    </message>
    <message>
        <source>Cannot log in to {registry}</source>
        <translation>{registry} にログインできません</translation>
    </message>
    <message>
        <source>Logged in to {registry}</source>
        <translation>{registry} にログインしました</translation>
    </message>
    <message>
        <source>The password lies unencrypted in {file}. A credential helper of docker keeps it safer.</source>
        <translation>パスワードは暗号化されずに {file} に保存されています。docker の認証ヘルパーを使うとより安全です。</translation>
    </message>
    <message>
        <source>Log of {name}</source>
        <translation>{name} のログ</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>すべての行を表示</translation>
    </message>
    <message>
        <source>{problem} Trying again; the log goes on where it stopped.</source>
        <translation>{problem} 再試行しています。ログは止まったところから続きます。</translation>
    </message>
    <message numerus="yes">
        <source>No line matches; %n line(s) hidden.</source>
        <translation>
            <numerusform>一致する行がありません。%n 行を非表示にしています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleared. New lines appear here.</source>
        <translation>クリアしました。新しい行はここに表示されます。</translation>
    </message>
    <message>
        <source>Nothing written yet. Lines appear here as the container writes them.</source>
        <translation>まだ何も出力されていません。コンテナが出力するとここに表示されます。</translation>
    </message>
    <message>
        <source>This container wrote nothing.</source>
        <translation>このコンテナは何も出力しませんでした。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>何も出力されませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cleared. Show them</source>
        <translation>
            <numerusform>%n 行をクリアしました。表示する</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading earlier lines… {count}</source>
        <translation>以前の行を読み込んでいます… {count}</translation>
    </message>
    <message>
        <source>Read earlier lines</source>
        <translation>以前の行を読み込む</translation>
    </message>
    <message numerus="yes">
        <source>%n older line(s) are no longer kept here</source>
        <translation>
            <numerusform>古い %n 行はここに保持されていません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new line(s)</source>
        <translation>
            <numerusform>新しい行 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}. Go to the newest</source>
        <translation>{lines}。最新の行に移動</translation>
    </message>
    <message>
        <source>More than {size} MB is too much for the clipboard. Save the log to a file instead.</source>
        <translation>{size} MB を超える内容はクリップボードに入りません。代わりにログをファイルに保存してください。</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>ログを保存</translation>
    </message>
    <message>
        <source>Cannot save the log to {path}: {reason}. Try another folder.</source>
        <translation>ログを {path} に保存できません: {reason}。別のフォルダーを試してください。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>検索…</translation>
    </message>
    <message>
        <source>Containers whose logs are shown</source>
        <translation>ログを表示するコンテナ</translation>
    </message>
    <message>
        <source>What containers write appears here, that of all of them together.</source>
        <translation>すべてのコンテナの出力が、まとめてここに表示されます。</translation>
    </message>
    <message>
        <source>No container runs</source>
        <translation>実行中のコンテナはありません</translation>
    </message>
    <message>
        <source>Logs of containers that have ended can still be read.</source>
        <translation>終了したコンテナのログも表示できます。</translation>
    </message>
    <message>
        <source>Show all containers</source>
        <translation>すべてのコンテナを表示</translation>
    </message>
    <message>
        <source>These containers are gone</source>
        <translation>これらのコンテナはもうありません</translation>
    </message>
    <message>
        <source>Running containers</source>
        <translation>実行中のコンテナ</translation>
    </message>
    <message>
        <source>Stack {name}</source>
        <translation>スタック {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen container(s)</source>
        <translation>
            <numerusform>選択した %n 個のコンテナ</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>マシンを停止しています</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>マシンを再起動しています</translation>
    </message>
    <message>
        <source>Pausing the machine</source>
        <translation>マシンを一時停止しています</translation>
    </message>
    <message>
        <source>Repairing the machine</source>
        <translation>マシンを修復しています</translation>
    </message>
    <message>
        <source>Resetting the machine</source>
        <translation>マシンをリセットしています</translation>
    </message>
    <message>
        <source>Cannot stop the machine</source>
        <translation>マシンを停止できません</translation>
    </message>
    <message>
        <source>Cannot restart the machine</source>
        <translation>マシンを再起動できません</translation>
    </message>
    <message>
        <source>Cannot pause the machine</source>
        <translation>マシンを一時停止できません</translation>
    </message>
    <message>
        <source>Cannot repair the machine</source>
        <translation>マシンを修復できません</translation>
    </message>
    <message>
        <source>Cannot reset the machine</source>
        <translation>マシンをリセットできません</translation>
    </message>
    <message>
        <source>Repair the data disk…</source>
        <translation>データディスクを修復…</translation>
    </message>
    <message>
        <source>Resume the machine</source>
        <translation>マシンを再開</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>今すぐ再起動</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>コンソール</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Copy the path of its folder</source>
        <translation>フォルダーのパスをコピー</translation>
    </message>
    <message>
        <source>Save diagnostics bundle…</source>
        <translation>診断情報を保存…</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>別のコンピューターへ移す…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>リセット…</translation>
    </message>
    <message>
        <source>Cancel start</source>
        <translation>起動をキャンセル</translation>
    </message>
    <message>
        <source>Cancel the start of the machine</source>
        <translation>マシンの起動をキャンセル</translation>
    </message>
    <message>
        <source>Stop the machine</source>
        <translation>マシンを停止</translation>
    </message>
    <message>
        <source>Restart the machine</source>
        <translation>マシンを再起動</translation>
    </message>
    <message>
        <source>Waiting for the next start: {settings}.</source>
        <translation>次回の起動を待っています: {settings}。</translation>
    </message>
    <message>
        <source>Stop machine</source>
        <translation>マシンを停止</translation>
    </message>
    <message>
        <source>Ports are closed. Containers, images and volumes stay.</source>
        <translation>ポートは閉じられます。コンテナ、イメージ、ボリュームは残ります。</translation>
    </message>
    <message>
        <source>Restart machine</source>
        <translation>マシンを再起動</translation>
    </message>
    <message>
        <source>Those with a restart policy start again with the machine. Data stays.</source>
        <translation>再起動ポリシーのあるコンテナはマシンとともに再び開始します。データは残ります。</translation>
    </message>
    <message>
        <source>1 container is stopped in good order: {names}.</source>
        <translation>1 個のコンテナを順序よく停止します: {names}。</translation>
    </message>
    <message>
        <source>{count} containers are stopped in good order: {names}.</source>
        <translation>{count} 個のコンテナを順序よく停止します: {names}。</translation>
    </message>
    <message>
        <source>Repair data disk</source>
        <translation>データディスクを修復</translation>
    </message>
    <message>
        <source>The file system of the data disk is checked and mended.</source>
        <translation>データディスクのファイルシステムを検査し、修復します。</translation>
    </message>
    <message>
        <source>Files that were damaged can be lost or end up in lost+found. Export a copy of the disk first if it holds something you cannot make again.</source>
        <translation>破損したファイルは失われるか、lost+found に移されることがあります。作り直せないものがある場合は、先にディスクのコピーを書き出してください。</translation>
    </message>
    <message>
        <source>{containers}, {images}, and every volume, network and build cache will be deleted for good.</source>
        <translation>{containers}、{images}、およびすべてのボリューム、ネットワーク、ビルドキャッシュが完全に削除されます。</translation>
    </message>
    <message>
        <source>All containers, images, volumes, networks and build cache will be deleted for good.</source>
        <translation>すべてのコンテナ、イメージ、ボリューム、ネットワーク、ビルドキャッシュが完全に削除されます。</translation>
    </message>
    <message>
        <source>They take {size} on this computer.</source>
        <translation>このコンピューターの {size} を使っています。</translation>
    </message>
    <message numerus="yes">
        <source>%n running now are stopped first.</source>
        <translation>
            <numerusform>実行中の %n 個を先に停止します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset machine</source>
        <translation>マシンをリセット</translation>
    </message>
    <message>
        <source>This cannot be undone. Settings are kept. To keep the data, first run: {command}</source>
        <translation>この操作は元に戻せません。設定は保持されます。データを残すには、先に実行してください: {command}</translation>
    </message>
    <message>
        <source>Copied the path of the machine&apos;s folder</source>
        <translation>マシンのフォルダーのパスをコピーしました</translation>
    </message>
    <message>
        <source>for {duration}</source>
        <comment>how long it has been running</comment>
        <translation>{duration}経過</translation>
    </message>
    <message>
        <source>Cannot run the checks</source>
        <translation>確認を実行できません</translation>
    </message>
    <message>
        <source>This did not work: {what}</source>
        <translation>うまくいきませんでした: {what}</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>確認を再実行</translation>
    </message>
    <message>
        <source>Copy the checks</source>
        <translation>確認結果をコピー</translation>
    </message>
    <message>
        <source>Logs, settings and these checks in one file, secrets taken out. It stays here until you send it to somebody.</source>
        <translation>ログ、設定、確認結果を、機密情報を除いて 1 つのファイルにまとめます。自分で送らない限り、このコンピューターに留まります。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Checking the machine</source>
        <translation>マシンを確認しています</translation>
    </message>
    <message>
        <source>Copied the checks</source>
        <translation>確認結果をコピーしました</translation>
    </message>
    <message>
        <source>Save diagnostics bundle</source>
        <translation>診断情報を保存</translation>
    </message>
    <message>
        <source>Saving a diagnostics bundle</source>
        <translation>診断情報を保存しています</translation>
    </message>
    <message>
        <source>Cannot save {name}</source>
        <translation>{name} を保存できません</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} を保存しました</translation>
    </message>
    <message>
        <source>Serial console of the guest since its last start</source>
        <translation>前回の起動以降のゲストのシリアルコンソール</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>追従</translation>
    </message>
    <message>
        <source>Keep the end in sight</source>
        <translation>末尾を表示し続ける</translation>
    </message>
    <message>
        <source>Copy the console</source>
        <translation>コンソールをコピー</translation>
    </message>
    <message>
        <source>The guest has printed nothing yet.</source>
        <translation>ゲストの出力はまだありません。</translation>
    </message>
    <message>
        <source>Copied the selection</source>
        <translation>選択範囲をコピーしました</translation>
    </message>
    <message>
        <source>Copied the console</source>
        <translation>コンソールをコピーしました</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>アクセラレーター</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>how a run of the machine did</comment>
        <translation>終わり方</translation>
    </message>
    <message>
        <source>Starts of the machine</source>
        <translation>マシンの起動履歴</translation>
    </message>
    <message>
        <source>It has not been started yet.</source>
        <translation>まだ起動されていません。</translation>
    </message>
    <message>
        <source>Cannot read earlier starts</source>
        <translation>以前の起動履歴を読み取れません</translation>
    </message>
    <message>
        <source>{outcome} after {duration} on {accelerator}</source>
        <translation>{outcome} ({duration}、{accelerator})</translation>
    </message>
    <message>
        <source>{outcome} after {duration}</source>
        <translation>{outcome} ({duration})</translation>
    </message>
    <message>
        <source>{ending} {moment}</source>
        <comment>how a run ended, and when</comment>
        <translation>{ending} ({moment})</translation>
    </message>
    <message>
        <source>Guest image {name}</source>
        <translation>ゲストイメージ {name}</translation>
    </message>
    <message>
        <source>Docker programs reach it at</source>
        <translation>Docker プログラムの接続先</translation>
    </message>
    <message>
        <source>Last start</source>
        <translation>前回の起動</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>解放</translation>
    </message>
    <message>
        <source>Return blocks and memory that the machine no longer needs to this computer</source>
        <translation>マシンが使わなくなったディスク領域とメモリをこのコンピューターに返します</translation>
    </message>
    <message>
        <source>Starting now</source>
        <translation>起動しています</translation>
    </message>
    <message>
        <source>Last start, {duration}</source>
        <translation>前回の起動、{duration}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>未計測</translation>
    </message>
    <message>
        <source>Takes none now; up to {size} while it runs</source>
        <translation>現在は使用なし。実行中は最大 {size}</translation>
    </message>
    <message>
        <source>Takes none now</source>
        <translation>現在は使用なし</translation>
    </message>
    <message>
        <source>{size} of {most} that it may take</source>
        <translation>上限 {most} のうち {size}</translation>
    </message>
    <message>
        <source>{size} of it in use by the engine and containers</source>
        <translation>うち {size} をエンジンとコンテナが使用中</translation>
    </message>
    <message>
        <source>There is no disk yet</source>
        <translation>ディスクはまだありません</translation>
    </message>
    <message>
        <source>{size} really taken on this computer</source>
        <translation>このコンピューターでの実使用量 {size}</translation>
    </message>
    <message>
        <source>Nobody can tell now what it takes on this computer</source>
        <translation>このコンピューターでの使用量は今わかりません</translation>
    </message>
    <message>
        <source>The machine sees {size}</source>
        <translation>マシンから見た容量 {size}</translation>
    </message>
    <message>
        <source>The machine sees {size}, of which it uses {used}</source>
        <translation>マシンから見た容量 {size}、うち使用量 {used}</translation>
    </message>
    <message>
        <source>Giving back…</source>
        <translation>解放しています…</translation>
    </message>
    <message>
        <source>Measured: nothing more to give back</source>
        <translation>計測結果: これ以上解放できるものはありません</translation>
    </message>
    <message>
        <source>Measured: {disk} of disk and {memory} of memory came back</source>
        <translation>計測結果: ディスク {disk} とメモリ {memory} が解放されました</translation>
    </message>
    <message>
        <source>Cannot give back disk and memory</source>
        <translation>ディスクとメモリを解放できません</translation>
    </message>
    <message>
        <source>Giving back disk and memory</source>
        <translation>ディスクとメモリを解放しています</translation>
    </message>
    <message>
        <source>Engine {version}</source>
        <translation>エンジン {version}</translation>
    </message>
    <message>
        <source>Cannot change the machine&apos;s resources</source>
        <translation>マシンのリソースを変更できません</translation>
    </message>
    <message>
        <source>Takes effect with the next start.</source>
        <translation>次回の起動時から有効になります。</translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation>すぐに有効になります。</translation>
    </message>
    <message>
        <source>Stop when idle</source>
        <translation>アイドル時に停止</translation>
    </message>
    <message>
        <source>of {size}</source>
        <comment>of all that this computer has</comment>
        <translation>/ {size}</translation>
    </message>
    <message>
        <source>Containers share them.</source>
        <translation>コンテナが共有します。</translation>
    </message>
    <message>
        <source>The most it may take. What it does not use goes back to this computer.</source>
        <translation>使用できる上限です。使わない分はこのコンピューターに返されます。</translation>
    </message>
    <message>
        <source>{size} free here</source>
        <translation>空き {size}</translation>
    </message>
    <message>
        <source>The most it may hold. It takes only what is used, and grows, but never shrinks.</source>
        <translation>保持できる上限です。使った分だけ占有します。上限は増やせますが、減らせません。</translation>
    </message>
    <message>
        <source>Automatic takes the fastest that works here.</source>
        <translation>自動では、ここで動く最も速いものが使われます。</translation>
    </message>
    <message>
        <source>Sleep when idle</source>
        <translation>アイドル時にスリープ</translation>
    </message>
    <message>
        <source>Without running containers it stops and gives its memory back. It wakes with the next docker or davit command.</source>
        <translation>実行中のコンテナがなければ停止してメモリを返します。次の docker または davit コマンドで復帰します。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>There is no machine yet. It is set up with its first start.</source>
        <translation>マシンはまだありません。最初の起動時に設定されます。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Software emulation (slow)</source>
        <translation>ソフトウェアエミュレーション (低速)</translation>
    </message>
    <message>
        <source>{accelerator} only</source>
        <translation>{accelerator} のみ</translation>
    </message>
    <message>
        <source>At once: {settings}.</source>
        <translation>すぐに反映: {settings}。</translation>
    </message>
    <message>
        <source>With the next start: {settings}.</source>
        <translation>次回の起動時に反映: {settings}。</translation>
    </message>
    <message>
        <source>When it starts: {settings}.</source>
        <translation>起動時に反映: {settings}。</translation>
    </message>
    <message>
        <source>Changed {settings}</source>
        <translation>{settings} を変更しました</translation>
    </message>
    <message>
        <source>{settings} will change with the next start</source>
        <translation>{settings} は次回の起動時に変更されます</translation>
    </message>
    <message>
        <source>Changing the machine&apos;s resources</source>
        <translation>マシンのリソースを変更しています</translation>
    </message>
    <message>
        <source>Cannot change the shared folders</source>
        <translation>共有フォルダーを変更できません</translation>
    </message>
    <message>
        <source>Cannot change the open ports</source>
        <translation>開放するポートを変更できません</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>共有なし</translation>
    </message>
    <message>
        <source>shared by {transport}</source>
        <translation>{transport} で共有</translation>
    </message>
    <message>
        <source>Shared by {transport}</source>
        <translation>{transport} で共有</translation>
    </message>
    <message>
        <source>shared with the next start</source>
        <translation>次回の起動時に共有</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>{path} is read-only</source>
        <translation>{path} を読み取り専用にする</translation>
    </message>
    <message>
        <source>Stop sharing {path}</source>
        <translation>{path} の共有を停止</translation>
    </message>
    <message>
        <source>Folders that containers may mount</source>
        <translation>コンテナがマウントできるフォルダー</translation>
    </message>
    <message>
        <source>With all below them. Changes take effect with the next start.</source>
        <translation>下位のフォルダーも含みます。変更は次回の起動時から有効になります。</translation>
    </message>
    <message>
        <source>No folder is shared: containers see named volumes only.</source>
        <translation>共有フォルダーはありません。コンテナからは名前付きボリュームのみ見えます。</translation>
    </message>
    <message>
        <source>Share a folder…</source>
        <translation>フォルダーを共有…</translation>
    </message>
    <message>
        <source>Ports of this computer that containers may reach</source>
        <translation>コンテナが接続できるこのコンピューターのポート</translation>
    </message>
    <message>
        <source>Programs that listen on this computer&apos;s 127.0.0.1 are found by containers at host.docker.internal, on these ports only. A change takes effect at once.</source>
        <translation>このコンピューターの 127.0.0.1 で待ち受けるプログラムには、コンテナから host.docker.internal で、ここで指定したポートに限り接続できます。変更はすぐに有効になります。</translation>
    </message>
    <message>
        <source>none; for instance 5432, 8000, or all</source>
        <translation>なし。例: 5432, 8000 または all</translation>
    </message>
    <message>
        <source>Apply the ports</source>
        <translation>ポートを適用</translation>
    </message>
    <message>
        <source>Share a folder</source>
        <translation>フォルダーを共有</translation>
    </message>
    <message>
        <source>Changing the shared folders</source>
        <translation>共有フォルダーを変更しています</translation>
    </message>
    <message>
        <source>Containers may reach: {ports}</source>
        <translation>コンテナが接続できるポート: {ports}</translation>
    </message>
    <message>
        <source>Containers may reach: no port of this computer</source>
        <translation>コンテナが接続できるポート: なし</translation>
    </message>
    <message>
        <source>Changing the open ports</source>
        <translation>開放するポートを変更しています</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>スタック</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Run a new container</source>
        <translation>新しいコンテナを実行</translation>
    </message>
    <message>
        <source>Build an image…</source>
        <translation>イメージをビルド…</translation>
    </message>
    <message>
        <source>Make an image from a Dockerfile</source>
        <translation>Dockerfile からイメージを作る</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>削除を元に戻す</translation>
    </message>
    <message>
        <source>Stop machine and quit</source>
        <translation>マシンを停止して終了</translation>
    </message>
    <message>
        <source>Stop containers in good order, then the machine, then Davit</source>
        <translation>コンテナを順序よく停止し、続いてマシン、Davit を終了</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>&amp;Container</source>
        <translation>コンテナ(&amp;C)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Find or filter</source>
        <translation>検索または絞り込み</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>コマンド…</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>サイドバーを折りたたむまたは展開</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>標準の文字サイズ</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>About Davit</source>
        <translation>Davit について</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>See the settings</source>
        <translation>設定をご覧ください</translation>
    </message>
    <message>
        <source>The engine does not answer: {reason}. What you see is how it was. Davit keeps trying.</source>
        <translation>エンジンが応答しません: {reason}。表示は以前の状態です。再接続を続けています。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <source>The machine is paused: containers stand still, and their ports do not answer.</source>
        <translation>マシンは一時停止中です。コンテナは止まっており、ポートは応答しません。</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>ソースから実行</translation>
    </message>
    <message>
        <source>Davit {version}
Linux containers with an engine of its own.

Engine: {engine}
Address: {address}</source>
        <translation>Davit {version}
専用のエンジンで動く Linux コンテナ。

エンジン: {engine}
アドレス: {address}</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Quit Davit</source>
        <translation>Davit を終了</translation>
    </message>
    <message>
        <source>1 container keeps running when Davit is closed.</source>
        <translation>Davit を閉じても 1 個のコンテナは動き続けます。</translation>
    </message>
    <message>
        <source>{count} containers keep running when Davit is closed.</source>
        <translation>Davit を閉じても {count} 個のコンテナは動き続けます。</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>今後確認しない</translation>
    </message>
    <message>
        <source>The engine goes on without the window, and the ports stay open.</source>
        <translation>ウィンドウがなくてもエンジンは動き続け、ポートは開いたままです。</translation>
    </message>
    <message>
        <source>The machine goes on without the window, and the ports stay open.</source>
        <translation>ウィンドウがなくてもマシンは動き続け、ポートは開いたままです。</translation>
    </message>
    <message>
        <source>It takes {size} of memory now.</source>
        <translation>現在のメモリ使用量は {size} です。</translation>
    </message>
    <message>
        <source>Stopping the machine before Davit quits</source>
        <translation>Davit の終了前にマシンを停止しています</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>問題の詳細</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Create network</source>
        <translation>ネットワークを作成</translation>
    </message>
    <message>
        <source>Containers on one network reach each other by their names.</source>
        <translation>同じネットワーク上のコンテナは、互いに名前で接続できます。</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>自動選択</translation>
    </message>
    <message>
        <source>the first address of the subnet</source>
        <translation>サブネットの最初のアドレス</translation>
    </message>
    <message>
        <source>Without a way out: no internet, no published ports</source>
        <translation>外部への接続なし: インターネット接続とポートの公開なし</translation>
    </message>
    <message>
        <source>With IPv6 addresses too</source>
        <translation>IPv6 アドレスも使用</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>サブネット</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>ゲートウェイ</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - only, a letter or digit first</source>
        <translation>英数字と _ . - のみ、先頭は英字か数字</translation>
    </message>
    <message>
        <source>Connect container</source>
        <translation>コンテナを接続</translation>
    </message>
    <message>
        <source>It joins {network} at once and keeps the networks that it is on.</source>
        <translation>すぐに {network} に参加し、現在のネットワークにも参加したままになります。</translation>
    </message>
    <message>
        <source>a further name, if wanted</source>
        <translation>必要なら追加の名前</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Every container is on this network already</source>
        <translation>すべてのコンテナがすでにこのネットワークに参加しています</translation>
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
        <translation>スタック {name}</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>特性</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>Filter by name, driver or subnet</source>
        <translation>名前、ドライバー、サブネットで絞り込み</translation>
    </message>
    <message>
        <source>Create…</source>
        <translation>作成…</translation>
    </message>
    <message>
        <source>Connect container…</source>
        <translation>コンテナを接続…</translation>
    </message>
    <message>
        <source>No networks</source>
        <translation>ネットワークはありません</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Containers on this network</source>
        <translation>このネットワーク上のコンテナ</translation>
    </message>
    <message>
        <source>Cannot list networks</source>
        <translation>ネットワークを一覧表示できません</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n 個のネットワーク</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) on {name}</source>
        <translation>
            <numerusform>{name} 上の %n 個のコンテナ</numerusform>
        </translation>
    </message>
    <message>
        <source>Creating network {name}</source>
        <translation>ネットワーク {name} を作成しています</translation>
    </message>
    <message>
        <source>Cannot create network {name}</source>
        <translation>ネットワーク {name} を作成できません</translation>
    </message>
    <message>
        <source>Connecting {container} to {network}</source>
        <translation>{container} を {network} に接続しています</translation>
    </message>
    <message>
        <source>Cannot connect {container} to {network}</source>
        <translation>{container} を {network} に接続できません</translation>
    </message>
    <message>
        <source>Disconnecting {container} from {network}</source>
        <translation>{container} を {network} から切断しています</translation>
    </message>
    <message>
        <source>Cannot disconnect {container} from {network}</source>
        <translation>{container} を {network} から切断できません</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n network(s)</source>
        <translation>
            <numerusform>%n 個のネットワークを削除しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting network {name}</source>
        <translation>ネットワーク {name} を削除しています</translation>
    </message>
    <message>
        <source>Cannot delete network {name}</source>
        <translation>ネットワーク {name} を削除できません</translation>
    </message>
    <message>
        <source>Prune unused networks</source>
        <translation>未使用のネットワークを整理</translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) with no container will be deleted.</source>
        <translation>
            <numerusform>コンテナのない %n 個のネットワークが削除されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete networks</source>
        <translation>ネットワークを削除</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Type a command, a page, a container or an image</source>
        <translation>コマンド、ページ、コンテナ、イメージを入力</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>見つかったコマンド</translation>
    </message>
    <message>
        <source>Nothing fits these letters.</source>
        <translation>一致するものがありません。</translation>
    </message>
    <message>
        <source>View logs of {name}</source>
        <translation>{name} のログを表示</translation>
    </message>
    <message>
        <source>Inspect {name}</source>
        <translation>{name} の詳細情報を表示</translation>
    </message>
    <message>
        <source>Start {name}</source>
        <translation>{name} を開始</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>{name} を停止</translation>
    </message>
    <message>
        <source>Restart {name}</source>
        <translation>{name} を再起動</translation>
    </message>
    <message>
        <source>Open terminal in {name}</source>
        <translation>{name} でターミナルを開く</translation>
    </message>
    <message>
        <source>Run {name}…</source>
        <translation>{name} を実行…</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} を開く</translation>
    </message>
    <message>
        <source>Exposed by the image, but not published</source>
        <translation>イメージで指定されていますが、公開されていません</translation>
    </message>
    <message>
        <source>Run the image again and publish it.</source>
        <translation>イメージをもう一度実行し、このポートを公開してください。</translation>
    </message>
    <message>
        <source>Not open: the container is not running</source>
        <translation>開いていません: コンテナは実行されていません</translation>
    </message>
    <message>
        <source>The forward is not open: {reason}</source>
        <translation>転送が開いていません: {reason}</translation>
    </message>
    <message>
        <source>Stop what holds the port, or run the container on another one.</source>
        <translation>ポートを使っているものを停止するか、コンテナを別のポートで実行してください。</translation>
    </message>
    <message>
        <source>Listens on {address} inside, where nobody from outside gets</source>
        <translation>コンテナ内の {address} で待ち受けており、外部からは接続できません</translation>
    </message>
    <message>
        <source>Make the program in the container listen on 0.0.0.0.</source>
        <translation>コンテナ内のプログラムが 0.0.0.0 で待ち受けるようにしてください。</translation>
    </message>
    <message>
        <source>See the logs: the program may be starting still, or have failed.</source>
        <translation>ログを確認してください。プログラムが起動中か、失敗した可能性があります。</translation>
    </message>
    <message>
        <source>The container listens on {ports}: publish that instead.</source>
        <translation>コンテナは {ports} で待ち受けています。代わりにそれを公開してください。</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container yet</source>
        <translation>コンテナ内の {port} で待ち受けているものはまだありません</translation>
    </message>
    <message>
        <source>Published; {protocol} cannot be asked</source>
        <translation>公開済み。{protocol} は確認できません</translation>
    </message>
    <message>
        <source>Listens in the container</source>
        <translation>コンテナ内で待ち受け中</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Answers in {time} ms</source>
        <translation>{time} ms で応答</translation>
    </message>
    <message>
        <source>The program takes connections and hangs up at once</source>
        <translation>プログラムは接続を受け付けますが、すぐに切断します</translation>
    </message>
    <message>
        <source>See the logs for the reason.</source>
        <translation>理由はログを確認してください。</translation>
    </message>
    <message>
        <source>The forward is open, but hangs up at once</source>
        <translation>転送は開いていますが、すぐに切断されます</translation>
    </message>
    <message>
        <source>Nothing listens on {port} in the container, or only on its own 127.0.0.1.</source>
        <translation>コンテナ内の {port} で待ち受けているものがないか、コンテナ自身の 127.0.0.1 のみで待ち受けています。</translation>
    </message>
    <message>
        <source>nothing listens</source>
        <translation>待ち受けなし</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>拒否: {reason}</translation>
    </message>
    <message>
        <source>Restart the container: its forward is gone.</source>
        <translation>コンテナを再起動してください。転送が失われています。</translation>
    </message>
    <message>
        <source>No answer: something drops the connection</source>
        <translation>応答なし: 途中で接続が破棄されています</translation>
    </message>
    <message>
        <source>Look for a firewall between this computer and the container.</source>
        <translation>このコンピューターとコンテナの間にファイアウォールがないか確認してください。</translation>
    </message>
    <message>
        <source>No ports</source>
        <translation>ポートはありません</translation>
    </message>
    <message>
        <source>The container publishes no port, and its image names none. A port is published when the container is run.</source>
        <translation>コンテナは公開ポートを持たず、イメージにも指定がありません。ポートはコンテナの実行時に公開します。</translation>
    </message>
    <message>
        <source>Visible on your network: bound to all addresses</source>
        <translation>ネットワーク上に公開中: すべてのアドレスに割り当て</translation>
    </message>
    <message>
        <source>Port of this computer</source>
        <translation>このコンピューターのポート</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>コンテナ内</translation>
    </message>
    <message>
        <source>Filter by port or container</source>
        <translation>ポートまたはコンテナで絞り込み</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再確認</translation>
    </message>
    <message>
        <source>No ports are published</source>
        <translation>公開中のポートはありません</translation>
    </message>
    <message>
        <source>A container&apos;s port is opened on this computer when the container is run with it.</source>
        <translation>コンテナのポートは、指定して実行するとこのコンピューターで開かれます。</translation>
    </message>
    <message>
        <source>What mends the selected port</source>
        <translation>選択したポートの解決方法</translation>
    </message>
    <message numerus="yes">
        <source>%n port(s)</source>
        <translation>
            <numerusform>%n 個のポート</numerusform>
        </translation>
    </message>
    <message>
        <source>nginx, ghcr.io/owner/name:tag, or words to search for</source>
        <translation>nginx、ghcr.io/owner/name:tag、または検索する語句</translation>
    </message>
    <message>
        <source>Image to pull</source>
        <translation>取得するイメージ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search the registry, and list the tags (Ctrl+Return)</source>
        <translation>レジストリを検索し、タグを一覧表示 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>This engine&apos;s platform</source>
        <translation>このエンジンのプラットフォーム</translation>
    </message>
    <message>
        <source>Pull image</source>
        <translation>イメージを取得</translation>
    </message>
    <message>
        <source>All of the pull</source>
        <translation>取得の全体</translation>
    </message>
    <message>
        <source>Cancel pull</source>
        <translation>取得をキャンセル</translation>
    </message>
    <message>
        <source>Asking the registry…</source>
        <translation>レジストリに問い合わせています…</translation>
    </message>
    <message>
        <source>Cancelled. What has arrived is kept for a day, for the next try.</source>
        <translation>キャンセルしました。届いた分は次回のために 1 日間保持されます。</translation>
    </message>
    <message>
        <source>Log in to {registry}…</source>
        <translation>{registry} にログイン…</translation>
    </message>
    <message>
        <source>{name} is not the name of an image</source>
        <translation>{name} はイメージの名前ではありません</translation>
    </message>
    <message>
        <source>A name for an image has no digest</source>
        <translation>イメージの名前にダイジェストは付けられません</translation>
    </message>
    <message>
        <source>Closed, it goes on under Tasks at the lower right.</source>
        <translation>閉じても、右下のタスクで続行します。</translation>
    </message>
    <message>
        <source>Push an image</source>
        <translation>イメージを送信</translation>
    </message>
    <message>
        <source>Name to push</source>
        <translation>送信する名前</translation>
    </message>
    <message>
        <source>Push image</source>
        <translation>イメージを送信</translation>
    </message>
    <message>
        <source>All of the push</source>
        <translation>送信の全体</translation>
    </message>
    <message>
        <source>Give the image the name of another registry or repository</source>
        <translation>イメージに別のレジストリまたはリポジトリの名前を付ける</translation>
    </message>
    <message>
        <source>Cancel push</source>
        <translation>送信をキャンセル</translation>
    </message>
    <message>
        <source>Cannot push {name}</source>
        <translation>{name} を送信できません</translation>
    </message>
    <message>
        <source>Pushing {name}</source>
        <translation>{name} を送信しています</translation>
    </message>
    <message>
        <source>Cancelled. Layers that have arrived stay there.</source>
        <translation>キャンセルしました。届いたレイヤーは送信先に残ります。</translation>
    </message>
    <message>
        <source>The name has no registry in it, so it goes to Docker Hub. To push elsewhere, give the image a name such as registry.example.com/team/name:tag.</source>
        <translation>名前にレジストリが含まれていないため、Docker Hub に送信されます。別の場所に送信するには、registry.example.com/team/name:tag のような名前をイメージに付けてください。</translation>
    </message>
    <message>
        <source>It goes to {registry}.</source>
        <translation>{registry} に送信されます。</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>リポジトリ</translation>
    </message>
    <message>
        <source>{name} (official)</source>
        <translation>{name} (公式)</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>スター</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Repositories found</source>
        <translation>見つかったリポジトリ</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>リポジトリ</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>タグを絞り込み</translation>
    </message>
    <message>
        <source>Name an image and pull it, or search. Docker Hub can be searched; other registries list the tags of a repository that is named in full.</source>
        <translation>イメージの名前を入力して取得するか、検索してください。Docker Hub は検索できます。ほかのレジストリでは、完全な名前のリポジトリのタグが一覧表示されます。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>Choose a repository to see its tags.</source>
        <translation>リポジトリを選ぶとタグが表示されます。</translation>
    </message>
    <message>
        <source>Cannot search</source>
        <translation>検索できません</translation>
    </message>
    <message>
        <source>Asking for the tags…</source>
        <translation>タグを問い合わせています…</translation>
    </message>
    <message>
        <source>Cannot list the tags of {name}</source>
        <translation>{name} のタグを一覧表示できません</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>何も見つかりませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) of {name}</source>
        <translation>
            <numerusform>{name} の %n 個のタグ</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no tags.</source>
        <translation>タグはありません。</translation>
    </message>
    <message>
        <source>{registry} offers no search. Its tags of a full name are listed beside.</source>
        <translation>{registry} は検索に対応していません。完全な名前のタグは横に一覧表示されます。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No registry has an image of this name.</source>
        <translation>この名前のイメージはどのレジストリにもありません。</translation>
    </message>
    <message>
        <source>official</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Search registries for this name</source>
        <translation>この名前をレジストリで検索</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>イメージ(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Add port</source>
        <translation>ポートを追加</translation>
    </message>
    <message>
        <source>Add volume or folder</source>
        <translation>ボリュームまたはフォルダーを追加</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>変数を追加</translation>
    </message>
    <message>
        <source>Add from env file…</source>
        <translation>env ファイルから追加…</translation>
    </message>
    <message>
        <source>as the image says</source>
        <translation>イメージの指定に従う</translation>
    </message>
    <message>
        <source>&amp;Command</source>
        <translation>コマンド(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Entrypoint</source>
        <translation>エントリポイント(&amp;E)</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>イメージを選択</translation>
    </message>
    <message>
        <source>Not on this computer yet: it is pulled first.</source>
        <translation>まだこのコンピューターにないため、先に取得します。</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} を使用</translation>
    </message>
    <message>
        <source>Port {port} is asked for twice</source>
        <translation>ポート {port} が 2 回指定されています</translation>
    </message>
    <message>
        <source>Use {port}</source>
        <translation>{port} を使用</translation>
    </message>
    <message>
        <source>The image does not start without {name}: {use}</source>
        <translation>このイメージの開始には {name} が必要です: {use}</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>{name} を追加</translation>
    </message>
    <message>
        <source>Env file</source>
        <translation>env ファイル</translation>
    </message>
    <message>
        <source>Cannot read the env file: {why}</source>
        <translation>env ファイルを読み取れません: {why}</translation>
    </message>
    <message>
        <source>Restart and removal</source>
        <translation>再起動と削除</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU とメモリ</translation>
    </message>
    <message>
        <source>User and process</source>
        <translation>ユーザーとプロセス</translation>
    </message>
    <message>
        <source>Capabilities and privileges</source>
        <translation>ケーパビリティと特権</translation>
    </message>
    <message>
        <source>Platform and pulling</source>
        <translation>プラットフォームと取得</translation>
    </message>
    <message>
        <source>Run a container</source>
        <translation>コンテナを実行</translation>
    </message>
    <message>
        <source>This cannot be read any more: {command}</source>
        <translation>これはもう読み取れません: {command}</translation>
    </message>
    <message>
        <source>This form was closed before {image} was run.</source>
        <translation>このフォームは {image} を実行する前に閉じられました。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Other flags</source>
        <translation>その他のフラグ</translation>
    </message>
    <message>
        <source>The same as a docker command</source>
        <translation>同じ内容の docker コマンド</translation>
    </message>
    <message>
        <source>Copy the command, secrets included</source>
        <translation>機密の値を含めてコマンドをコピー</translation>
    </message>
    <message>
        <source>How far the run is</source>
        <translation>実行の進行状況</translation>
    </message>
    <message>
        <source>Run container</source>
        <translation>コンテナを実行</translation>
    </message>
    <message>
        <source>{field} is set twice: in the form and by a flag</source>
        <translation>{field} がフォームとフラグの両方で指定されています</translation>
    </message>
    <message>
        <source>Run container (Ctrl+Return)</source>
        <translation>コンテナを実行 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Saved as preset {title}.</source>
        <translation>プリセット {title} を保存しました。</translation>
    </message>
    <message>
        <source>Deleted preset {title}.</source>
        <translation>プリセット {title} を削除しました。</translation>
    </message>
    <message>
        <source>Preset {title} is back.</source>
        <translation>プリセット {title} を元に戻しました。</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>実行をキャンセル</translation>
    </message>
    <message>
        <source>Esc closes this window and lets the run go on</source>
        <translation>Esc でこのウィンドウを閉じても、実行は続きます</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>Pulling {name}: {done}</source>
        <translation>{name} を取得しています: {done}</translation>
    </message>
    <message>
        <source>Cannot run {name} again</source>
        <translation>{name} をもう一度実行できません</translation>
    </message>
    <message>
        <source>Cannot run a container now</source>
        <translation>今はコンテナを実行できません</translation>
    </message>
    <message>
        <source>Cannot search for {name}</source>
        <translation>{name} を検索できません</translation>
    </message>
    <message>
        <source>Cannot keep presets and recent runs</source>
        <translation>プリセットと最近の実行を保存できません</translation>
    </message>
    <message>
        <source>Running {name}</source>
        <translation>{name} を実行しています</translation>
    </message>
    <message>
        <source>Cannot run {name}</source>
        <translation>{name} を実行できません</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>そのようなファイルはありません</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>Unless it was stopped</source>
        <translation>停止した場合を除く</translation>
    </message>
    <message>
        <source>When it is not on this computer</source>
        <translation>このコンピューターにないとき</translation>
    </message>
    <message>
        <source>Always, for the newest</source>
        <translation>常に (最新を取得)</translation>
    </message>
    <message>
        <source>The usual one (bridge)</source>
        <translation>通常のもの (bridge)</translation>
    </message>
    <message>
        <source>This computer&apos;s own (host)</source>
        <translation>このコンピューターのもの (host)</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>ネットワーク(&amp;W)</translation>
    </message>
    <message>
        <source>Other names in the network</source>
        <translation>ネットワーク内の別名</translation>
    </message>
    <message>
        <source>db, database</source>
        <translation>db, database</translation>
    </message>
    <message>
        <source>Other names there</source>
        <translation>そこでの別名</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>the container&apos;s id</source>
        <translation>コンテナの ID</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>ホスト名(&amp;H)</translation>
    </message>
    <message>
        <source>Add host</source>
        <translation>ホストを追加</translation>
    </message>
    <message>
        <source>Host and its address</source>
        <translation>ホストとそのアドレス</translation>
    </message>
    <message>
        <source>Known hosts</source>
        <translation>既知のホスト</translation>
    </message>
    <message>
        <source>Add name server</source>
        <translation>ネームサーバーを追加</translation>
    </message>
    <message>
        <source>Address of a name server</source>
        <translation>ネームサーバーのアドレス</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>ネームサーバー</translation>
    </message>
    <message>
        <source>Only a network of your own gives other names</source>
        <translation>別名を使えるのは自分で作成したネットワークのみです</translation>
    </message>
    <message>
        <source>Write a name, a colon and an address</source>
        <translation>名前、コロン、アドレスの順に入力してください</translation>
    </message>
    <message>
        <source>Write it as {text}</source>
        <translation>{text} のように入力してください</translation>
    </message>
    <message>
        <source>Write an address, such as 1.1.1.1</source>
        <translation>1.1.1.1 のようなアドレスを入力してください</translation>
    </message>
    <message>
        <source>Times that it is tried again</source>
        <translation>再試行の回数</translation>
    </message>
    <message>
        <source>any number of times</source>
        <translation>無制限</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>再起動(&amp;R)</translation>
    </message>
    <message>
        <source>Delete the container, and its unnamed volumes, when it stops</source>
        <translation>停止時にコンテナと名前のないボリュームを削除</translation>
    </message>
    <message>
        <source>A container that is deleted when it stops cannot be restarted</source>
        <translation>停止時に削除されるコンテナは再起動できません</translation>
    </message>
    <message>
        <source>CPU limit in cores</source>
        <translation>CPU の上限 (コア数)</translation>
    </message>
    <message>
        <source>all, or 1.5</source>
        <translation>すべて、または 1.5</translation>
    </message>
    <message>
        <source>CPU limit (cores)</source>
        <translation>CPU の上限 (コア数)</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>メモリの上限</translation>
    </message>
    <message>
        <source>all, or 512m, 2g</source>
        <translation>すべて、または 512m、2g</translation>
    </message>
    <message>
        <source>The CPU limit is a number of cores, such as 1.5</source>
        <translation>CPU の上限は 1.5 のようなコア数で入力してください</translation>
    </message>
    <message>
        <source>The memory limit is a size of at least 6m, such as 512m or 2g</source>
        <translation>メモリの上限は 512m や 2g のような 6m 以上のサイズで入力してください</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>ユーザー(&amp;U)</translation>
    </message>
    <message>
        <source>Working &amp;folder</source>
        <translation>作業フォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Give it a terminal (-t)</source>
        <translation>ターミナルを割り当てる (-t)</translation>
    </message>
    <message>
        <source>Keep its input open (-i)</source>
        <translation>入力を開いたままにする (-i)</translation>
    </message>
    <message>
        <source>Run a small init process first, which clears away zombies</source>
        <translation>ゾンビプロセスを片付ける小さな init プロセスを先に実行</translation>
    </message>
    <message>
        <source>Make its own file system read-only; volumes stay as they are</source>
        <translation>コンテナのファイルシステムを読み取り専用にする (ボリュームはそのまま)</translation>
    </message>
    <message>
        <source>Capabilities it gets</source>
        <translation>追加されるケーパビリティ</translation>
    </message>
    <message>
        <source>Capabilities to add</source>
        <translation>追加するケーパビリティ</translation>
    </message>
    <message>
        <source>Capabilities it loses</source>
        <translation>外されるケーパビリティ</translation>
    </message>
    <message>
        <source>Capabilities to drop</source>
        <translation>外すケーパビリティ</translation>
    </message>
    <message>
        <source>It may do whatever root may on the computer that the engine runs on: see every device, change the kernel&apos;s settings, leave the container. Only for images you trust as much as that computer&apos;s administrator.</source>
        <translation>エンジンが動くコンピューター上で root にできることがすべて可能になります。すべてのデバイスの参照、カーネルの設定の変更、コンテナの外への移動もできます。そのコンピューターの管理者と同じくらい信頼できるイメージにのみ使ってください。</translation>
    </message>
    <message>
        <source>{name} is not a capability</source>
        <translation>{name} はケーパビリティではありません</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>ラベルを追加</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Write a label as name=value</source>
        <translation>ラベルは name=value の形式で入力してください</translation>
    </message>
    <message>
        <source>this computer&apos;s, or linux/arm64</source>
        <translation>このコンピューターのもの、または linux/arm64</translation>
    </message>
    <message>
        <source>&amp;Platform</source>
        <translation>プラットフォーム(&amp;P)</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>イメージの取得</translation>
    </message>
    <message>
        <source>Pu&amp;ll the image</source>
        <translation>イメージの取得(&amp;L)</translation>
    </message>
    <message>
        <source>A platform is written as linux/amd64 or linux/arm64</source>
        <translation>プラットフォームは linux/amd64 や linux/arm64 のように入力してください</translation>
    </message>
    <message>
        <source>Add flag</source>
        <translation>フラグを追加</translation>
    </message>
    <message>
        <source>Everything else that docker run knows, one flag on each line.</source>
        <translation>docker run のその他のフラグを 1 行に 1 つずつ入力します。</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>接続できる範囲</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>このコンピューターのみ</translation>
    </message>
    <message>
        <source>Your whole network</source>
        <translation>ネットワーク全体</translation>
    </message>
    <message>
        <source>free port</source>
        <translation>空きポート</translation>
    </message>
    <message>
        <source>Port of the container</source>
        <translation>コンテナのポート</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Take this port away</source>
        <translation>このポートを除く</translation>
    </message>
    <message>
        <source>As the engine decides</source>
        <translation>エンジンに任せる</translation>
    </message>
    <message>
        <source>Address {address}</source>
        <translation>アドレス {address}</translation>
    </message>
    <message>
        <source>The container&apos;s port is a number from 1 to 65535</source>
        <translation>コンテナのポートは 1 から 65535 までの数字です</translation>
    </message>
    <message>
        <source>The port of this computer is a number from 1 to 65535</source>
        <translation>このコンピューターのポートは 1 から 65535 までの数字です</translation>
    </message>
    <message>
        <source>Folder of this computer, or name of a volume</source>
        <translation>このコンピューターのフォルダー、またはボリュームの名前</translation>
    </message>
    <message>
        <source>Folder, or name of a volume</source>
        <translation>フォルダー、またはボリュームの名前</translation>
    </message>
    <message>
        <source>Choose a folder of this computer</source>
        <translation>このコンピューターのフォルダーを選択</translation>
    </message>
    <message>
        <source>Path in the container</source>
        <translation>コンテナ内のパス</translation>
    </message>
    <message>
        <source>/path/in/container</source>
        <translation>/path/in/container</translation>
    </message>
    <message>
        <source>Take this volume away</source>
        <translation>このボリュームを除く</translation>
    </message>
    <message>
        <source>Choose a volume that exists</source>
        <translation>既存のボリュームを選択</translation>
    </message>
    <message>
        <source>There are no volumes yet</source>
        <translation>ボリュームはまだありません</translation>
    </message>
    <message>
        <source>The path in the container begins with / and is not / itself</source>
        <translation>コンテナ内のパスは / で始まり、/ そのものにはできません</translation>
    </message>
    <message>
        <source>Give a whole path (/…), or a volume&apos;s name of letters, digits, _ . and -</source>
        <translation>完全なパス (/…)、または英数字と _ . - からなるボリューム名を入力してください</translation>
    </message>
    <message>
        <source>A folder with a colon in its path cannot be mounted</source>
        <translation>パスにコロンを含むフォルダーはマウントできません</translation>
    </message>
    <message>
        <source>Folder to mount</source>
        <translation>マウントするフォルダー</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>変数の名前</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Value of the variable</source>
        <translation>変数の値</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>値を表示</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Generate a password</source>
        <translation>パスワードを生成</translation>
    </message>
    <message>
        <source>Take this variable away</source>
        <translation>この変数を除く</translation>
    </message>
    <message>
        <source>A variable&apos;s name has no spaces and no =</source>
        <translation>変数の名前に空白と = は使えません</translation>
    </message>
    <message>
        <source>{name} is a secret, and secrets are not kept: give its value again</source>
        <translation>{name} は機密の値で、保存されません。もう一度入力してください</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>値を隠す</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>この行を除く</translation>
    </message>
    <message>
        <source>Flag of docker run</source>
        <translation>docker run のフラグ</translation>
    </message>
    <message>
        <source>{field}: a quote is not closed</source>
        <translation>{field}: 引用符が閉じていません</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>ひな形</translation>
    </message>
    <message>
        <source>Presets that you saved and what you ran before</source>
        <translation>保存したプリセットと以前の実行</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>プリセットとして保存…</translation>
    </message>
    <message>
        <source>Paste docker run…</source>
        <translation>docker run を貼り付け…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>プリセットの名前</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>プリセットを保存</translation>
    </message>
    <message>
        <source>Kept on this computer. Passwords and other secrets are not kept: they are asked for again.</source>
        <translation>このコンピューターに保存されます。パスワードなどの機密の値は保存されず、使うときに再入力が必要です。</translation>
    </message>
    <message>
        <source>Paste a docker run command</source>
        <translation>docker run コマンドを貼り付け</translation>
    </message>
    <message>
        <source>Other images</source>
        <translation>その他のイメージ</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>プリセットを削除</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>最近の実行</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>Cannot export the machine</source>
        <translation>マシンをエクスポートできません</translation>
    </message>
    <message>
        <source>Cannot import into the machine</source>
        <translation>マシンにインポートできません</translation>
    </message>
    <message>
        <source>Move to another computer</source>
        <translation>別のコンピューターへ移す</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>すべてエクスポート…</translation>
    </message>
    <message>
        <source>From this computer</source>
        <translation>このコンピューターから</translation>
    </message>
    <message>
        <source>Writes all containers, images and volumes to one file. The machine stops for it, and starts again if it ran.</source>
        <translation>すべてのコンテナ、イメージ、ボリュームを 1 つのファイルに書き出します。その間マシンは停止し、動いていた場合は再び起動します。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>読み込み…</translation>
    </message>
    <message>
        <source>To this computer</source>
        <translation>このコンピューターへ</translation>
    </message>
    <message>
        <source>Puts the content of such a file in the place of what the machine holds.</source>
        <translation>そのようなファイルの内容でマシンの中身を置き換えます。</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>すべてエクスポート</translation>
    </message>
    <message numerus="yes">
        <source>%n running container(s) will be stopped in good order.</source>
        <translation>
            <numerusform>実行中のコンテナ %n 個を正しく停止します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and export</source>
        <translation>停止してエクスポート</translation>
    </message>
    <message>
        <source>Import into the machine</source>
        <translation>マシンにインポート</translation>
    </message>
    <message>
        <source>Exported machines (*{suffix})</source>
        <translation>エクスポートしたマシン (*{suffix})</translation>
    </message>
    <message>
        <source>All containers, images and volumes of the machine will be deleted for good.</source>
        <translation>マシンのすべてのコンテナ、イメージ、ボリュームが完全に削除されます。</translation>
    </message>
    <message>
        <source>Those of {name} come in their place, once the file has been found whole.</source>
        <translation>ファイルが完全であることを確認した後、{name} のものに置き換わります。</translation>
    </message>
    <message>
        <source>Replace everything</source>
        <translation>すべて置き換える</translation>
    </message>
    <message>
        <source>Exported to {name}</source>
        <translation>{name} にエクスポートしました</translation>
    </message>
    <message>
        <source>Exporting the machine</source>
        <translation>マシンをエクスポート中</translation>
    </message>
    <message>
        <source>Importing into the machine</source>
        <translation>マシンにインポート中</translation>
    </message>
    <message>
        <source>Stopping the machine…</source>
        <translation>マシンを停止中…</translation>
    </message>
    <message>
        <source>Copying the disk…</source>
        <translation>ディスクをコピー中…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Points more or less than the system&apos;s text. Ctrl+= and Ctrl+- do the same.</source>
        <translation>システムの文字サイズとの差をポイントで指定します。Ctrl+= と Ctrl+- でも変更できます。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Counts when Davit is opened the next time.</source>
        <translation>次に Davit を開いたときから有効になります。</translation>
    </message>
    <message>
        <source>Show the sidebar as icons only</source>
        <translation>サイドバーをアイコンのみで表示</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Ask before Davit is closed while containers run</source>
        <translation>コンテナの実行中に Davit を閉じる前に確認</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>閉じたときにトレイに残す</translation>
    </message>
    <message>
        <source>Containers run without the window in any case.</source>
        <translation>いずれの場合も、コンテナはウィンドウなしで動き続けます。</translation>
    </message>
    <message>
        <source>Notify me while I do something else</source>
        <translation>ほかの作業中に通知</translation>
    </message>
    <message>
        <source>When a container stops by itself with an error, and when long work ends.</source>
        <translation>コンテナがエラーで停止したときと、長い処理が終わったとき。</translation>
    </message>
    <message>
        <source>Start Davit when I log in</source>
        <translation>ログイン時に Davit を起動</translation>
    </message>
    <message>
        <source>It starts out of sight: in the tray, or as a small window where there is none.</source>
        <translation>画面には現れず、トレイで起動します。トレイがない場合は小さなウィンドウで起動します。</translation>
    </message>
    <message>
        <source>Check for updates once after each start</source>
        <translation>起動するたびに更新を 1 回確認</translation>
    </message>
    <message>
        <source>When the Images page is first shown. Only the registries of your images are asked.</source>
        <translation>イメージのページを最初に表示したとき。イメージの取得元のレジストリにのみ問い合わせます。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Largest, newest or last first</source>
        <translation>大きいもの、新しいもの、末尾のものを先頭に</translation>
    </message>
    <message>
        <source>Cannot change what starts at login</source>
        <translation>ログイン時の起動を変更できません</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>この語句を含む設定はありません</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>設定を書き出し</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>設定を読み込み</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>設定 (*.toml)</translation>
    </message>
    <message>
        <source>Cannot read {file}</source>
        <translation>{file} を読み取れません</translation>
    </message>
    <message>
        <source>Settings imported</source>
        <translation>設定を読み込みました</translation>
    </message>
    <message>
        <source>Fold the sidebar (Ctrl+B)</source>
        <translation>サイドバーを折りたたむ (Ctrl+B)</translation>
    </message>
    <message>
        <source>Unfold the sidebar (Ctrl+B)</source>
        <translation>サイドバーを展開 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>Containers of the stack</source>
        <translation>スタックのコンテナ</translation>
    </message>
    <message>
        <source>Networks of the stack</source>
        <translation>スタックのネットワーク</translation>
    </message>
    <message>
        <source>Volumes of the stack</source>
        <translation>スタックのボリューム</translation>
    </message>
    <message>
        <source>Back to the stacks (Alt+Left)</source>
        <translation>スタック一覧に戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>{files} in {folder}</source>
        <translation>{folder} の {files}</translation>
    </message>
    <message>
        <source>Cannot read the networks and volumes of {name}</source>
        <translation>{name} のネットワークとボリュームを読み取れません</translation>
    </message>
    <message>
        <source>Kill all</source>
        <translation>すべて強制終了</translation>
    </message>
    <message>
        <source>Delete stack</source>
        <translation>スタックを削除</translation>
    </message>
    <message>
        <source>Delete stack with volumes…</source>
        <translation>スタックをボリュームごと削除…</translation>
    </message>
    <message>
        <source>Delete stack and its volumes</source>
        <translation>スタックとボリュームを削除</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) of {name} and the data in these volumes are deleted.</source>
        <translation>
            <numerusform>{name} の %n 個のコンテナと、次のボリュームのデータが削除されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Volumes to delete</source>
        <translation>削除するボリューム</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>サイズ不明</translation>
    </message>
    <message>
        <source>{size} in all. This cannot be undone.</source>
        <translation>合計 {size}。この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Delete stack and volumes</source>
        <translation>スタックとボリュームを削除</translation>
    </message>
    <message>
        <source>Deleted stack {name}</source>
        <translation>スタック {name} を削除しました</translation>
    </message>
    <message>
        <source>Deleting the networks of {name}</source>
        <translation>{name} のネットワークを削除しています</translation>
    </message>
    <message>
        <source>networks of {name}</source>
        <translation>{name} のネットワーク</translation>
    </message>
    <message>
        <source>Cannot delete the networks of {name}</source>
        <translation>{name} のネットワークを削除できません</translation>
    </message>
    <message>
        <source>Deleting containers</source>
        <translation>コンテナを削除しています</translation>
    </message>
    <message>
        <source>Deleting networks</source>
        <translation>ネットワークを削除しています</translation>
    </message>
    <message>
        <source>Deleting volumes</source>
        <translation>ボリュームを削除しています</translation>
    </message>
    <message>
        <source>Deleting {name} and its volumes</source>
        <translation>{name} とそのボリュームを削除しています</translation>
    </message>
    <message>
        <source>Cannot delete {name} and its volumes</source>
        <translation>{name} とそのボリュームを削除できません</translation>
    </message>
    <message>
        <source>Deleted stack {name} and its volumes</source>
        <translation>スタック {name} とそのボリュームを削除しました</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>{folder} 内</translation>
    </message>
    <message>
        <source>Filter by name, service, port, file</source>
        <translation>名前、サービス、ポート、ファイルで絞り込み</translation>
    </message>
    <message>
        <source>No stacks yet</source>
        <translation>スタックはまだありません</translation>
    </message>
    <message>
        <source>A stack is what docker compose makes of one file: containers that belong together.</source>
        <translation>スタックは docker compose が 1 つのファイルから作る、ひとまとまりのコンテナです。</translation>
    </message>
    <message>
        <source>Delete with volumes…</source>
        <translation>ボリュームごと削除…</translation>
    </message>
    <message>
        <source>Cannot read the volumes of {name}</source>
        <translation>{name} のボリュームを読み取れません</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step of a start</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>a step of a start</comment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <comment>a step of a start</comment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step of a start</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 分</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 分</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 時間</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>The last {span}</source>
        <translation>過去 {span}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>write</source>
        <translation>書き込み</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>プロセスとスレッド</translation>
    </message>
    <message>
        <source>Not running; figures are of earlier runs.</source>
        <translation>実行されていません。数値は以前の実行時のものです。</translation>
    </message>
    <message>
        <source>Processes ({count})</source>
        <translation>プロセス ({count})</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Number on the engine&apos;s machine</source>
        <translation>エンジンのマシン上での番号</translation>
    </message>
    <message>
        <source>On average since it began</source>
        <translation>開始時からの平均</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>実行時間</translation>
    </message>
    <message>
        <source>{engine}: connecting…</source>
        <translation>{engine}: 接続中…</translation>
    </message>
    <message>
        <source>{engine}: running</source>
        <translation>{engine}: 実行中</translation>
    </message>
    <message>
        <source>{engine}: not reachable</source>
        <translation>{engine}: 接続できません</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>Software emulation: slower. Why?</source>
        <translation>ソフトウェアエミュレーション: 低速です。理由を見る</translation>
    </message>
    <message>
        <source>Emulated: why?</source>
        <translation>エミュレーション中: 理由を見る</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window and the engine; disk held by images, containers and volumes</source>
        <translation>このウィンドウとエンジンの CPU と常駐メモリ、およびイメージ、コンテナ、ボリュームのディスク使用量</translation>
    </message>
    <message>
        <source>No tasks running</source>
        <translation>実行中のタスクはありません</translation>
    </message>
    <message>
        <source>Show what is running and what was done</source>
        <translation>実行中の処理と操作の履歴を表示</translation>
    </message>
    <message>
        <source>CPU and resident memory of this window, QEMU and the machine&apos;s supervisor; disk that the machine&apos;s image really takes on this computer</source>
        <translation>このウィンドウ、QEMU、マシンの監視プロセスの CPU と常駐メモリ、およびマシンのイメージがこのコンピューターで実際に使うディスク容量</translation>
    </message>
    <message>
        <source>{machine} · connecting…</source>
        <translation>{machine} · 接続中…</translation>
    </message>
    <message>
        <source>Disk {size}</source>
        <translation>ディスク {size}</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) running</source>
        <translation>
            <numerusform>%n 件のタスクを実行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks: {words}</source>
        <translation>タスク: {words}</translation>
    </message>
    <message>
        <source>CPU {percent}</source>
        <translation>CPU {percent}</translation>
    </message>
    <message>
        <source>Memory {size}</source>
        <translation>メモリ {size}</translation>
    </message>
    <message>
        <source>Davit uses {figures}</source>
        <translation>Davit の使用量: {figures}</translation>
    </message>
    <message>
        <source>Close the task drawer (Esc)</source>
        <translation>タスクパネルを閉じる (Esc)</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>まだ操作がありません。</translation>
    </message>
    <message>
        <source>Cancel: {task}</source>
        <translation>キャンセル: {task}</translation>
    </message>
    <message>
        <source>Progress of {task}</source>
        <translation>{task} の進行状況</translation>
    </message>
    <message>
        <source>{outcome} {time}</source>
        <comment>of a task, and the time of day when it ended</comment>
        <translation>{outcome} {time}</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>コマンドをコピーしました</translation>
    </message>
    <message>
        <source>Scroll through the terminal</source>
        <translation>ターミナルをスクロール</translation>
    </message>
    <message>
        <source>Debug shell</source>
        <translation>デバッグシェル</translation>
    </message>
    <message>
        <source>A helper container runs a shell from another image beside {name}. It sees the same processes and network, and the files at /proc/1/root. It is deleted when its terminal is closed.</source>
        <translation>補助コンテナが、別のイメージのシェルを {name} の隣で実行します。同じプロセスとネットワークが見え、ファイルは /proc/1/root にあります。ターミナルを閉じると削除されます。</translation>
    </message>
    <message>
        <source>Open debug shell</source>
        <translation>デバッグシェルを開く</translation>
    </message>
    <message>
        <source>There is no image to take a shell from. Pull one, such as busybox.</source>
        <translation>シェルを使えるイメージがありません。busybox などを取得してください。</translation>
    </message>
    <message>
        <source>New terminal</source>
        <translation>新しいターミナル</translation>
    </message>
    <message>
        <source>as the container&apos;s own</source>
        <translation>コンテナの設定に従う</translation>
    </message>
    <message>
        <source>Enter a command.</source>
        <translation>コマンドを入力してください。</translation>
    </message>
    <message>
        <source>A quote is not closed.</source>
        <translation>引用符が閉じていません。</translation>
    </message>
    <message>
        <source>Find in the terminal</source>
        <translation>ターミナル内を検索</translation>
    </message>
    <message>
        <source>Previous (Enter, Shift+F3)</source>
        <translation>前へ (Enter, Shift+F3)</translation>
    </message>
    <message>
        <source>Next (Shift+Enter, F3)</source>
        <translation>次へ (Shift+Enter, F3)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>検索を閉じる (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>ターミナル</translation>
    </message>
    <message>
        <source>New terminal (Ctrl+Shift+N)</source>
        <translation>新しいターミナル (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Other terminals…</source>
        <translation>その他のターミナル…</translation>
    </message>
    <message>
        <source>Close {name} (Ctrl+Shift+W)</source>
        <translation>{name} を閉じる (Ctrl+Shift+W)</translation>
    </message>
    <message>
        <source>Terminal {name} in {container}</source>
        <translation>{container} のターミナル {name}</translation>
    </message>
    <message>
        <source>No terminal is open</source>
        <translation>開いているターミナルはありません</translation>
    </message>
    <message>
        <source>{name} is not running</source>
        <translation>{name} は実行されていません</translation>
    </message>
    <message>
        <source>A terminal can be opened while it runs.</source>
        <translation>ターミナルは実行中に開けます。</translation>
    </message>
    <message>
        <source>Start container</source>
        <translation>コンテナを開始</translation>
    </message>
    <message>
        <source>New terminal as root</source>
        <translation>root で新しいターミナル</translation>
    </message>
    <message>
        <source>New terminal with…</source>
        <translation>指定して新しいターミナル…</translation>
    </message>
    <message>
        <source>The container&apos;s own terminal</source>
        <translation>コンテナ自身のターミナル</translation>
    </message>
    <message>
        <source>Debug shell…</source>
        <translation>デバッグシェル…</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>再接続</translation>
    </message>
    <message>
        <source>The container is paused.</source>
        <translation>コンテナは一時停止中です。</translation>
    </message>
    <message>
        <source>The terminal can be opened again when it is back.</source>
        <translation>コンテナが戻ると、ターミナルをまた開けます。</translation>
    </message>
    <message>
        <source>The engine does not answer.</source>
        <translation>エンジンが応答しません。</translation>
    </message>
    <message>
        <source>The container has been deleted.</source>
        <translation>コンテナは削除されました。</translation>
    </message>
    <message>
        <source>The container has stopped.</source>
        <translation>コンテナは停止しました。</translation>
    </message>
    <message>
        <source>{names} could not be run. A debug shell from another image sees the container&apos;s processes, network and files.</source>
        <translation>{names} を実行できませんでした。別のイメージのデバッグシェルからは、コンテナのプロセス、ネットワーク、ファイルが見えます。</translation>
    </message>
    <message>
        <source>There is no such program in this container.</source>
        <translation>このコンテナにそのようなプログラムはありません。</translation>
    </message>
    <message>
        <source>This image has no shell.</source>
        <translation>このイメージにはシェルがありません。</translation>
    </message>
    <message>
        <source>The connection to the program broke.</source>
        <translation>プログラムとの接続が切れました。</translation>
    </message>
    <message>
        <source>The terminal could not be opened.</source>
        <translation>ターミナルを開けませんでした。</translation>
    </message>
    <message>
        <source>The program has ended with exit status {status}.</source>
        <translation>プログラムは終了ステータス {status} で終了しました。</translation>
    </message>
    <message>
        <source>The program has ended.</source>
        <translation>プログラムは終了しました。</translation>
    </message>
    <message>
        <source>Paste into the terminal</source>
        <translation>ターミナルに貼り付け</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s) into the terminal?</source>
        <translation>
            <numerusform>%n 行をターミナルに貼り付けますか?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n line(s)</source>
        <translation>
            <numerusform>%n 行を貼り付け</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not ask again in this terminal</source>
        <translation>このターミナルでは今後確認しない</translation>
    </message>
    <message>
        <source>Keys go to the program. Ctrl+Tab leaves the terminal; Copy screen in its menu copies what it shows.</source>
        <translation>キー入力はプログラムに送られます。Ctrl+Tab でターミナルを離れます。メニューの「画面をコピー」で表示内容をコピーできます。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Copy screen</source>
        <translation>画面をコピー</translation>
    </message>
    <message>
        <source>Clear what has scrolled away</source>
        <translation>スクロールで流れた部分をクリア</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>1 分未満</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 時間</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>Open Davit</source>
        <translation>Davit を開く</translation>
    </message>
    <message>
        <source>No container is running</source>
        <translation>実行中のコンテナはありません</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>ほか %n 件…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Davit: %n container(s) running</source>
        <translation>
            <numerusform>Davit: %n 個のコンテナが実行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Davit: idle</source>
        <translation>Davit: 待機中</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>完了: {what}</translation>
    </message>
    <message>
        <source>Back to the volumes (Alt+Left)</source>
        <translation>ボリューム一覧に戻る (Alt+Left)</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>複製…</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>ボリューム</translation>
    </message>
    <message>
        <source>Not used by any container</source>
        <translation>どのコンテナも使っていません</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Import into it…</source>
        <translation>ここに読み込み…</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>空にする…</translation>
    </message>
    <message>
        <source>{name} (anonymous)</source>
        <translation>{name} (匿名)</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} 以上</translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation>ボリュームを作成</translation>
    </message>
    <message>
        <source>A volume keeps files when the containers that use it are deleted.</source>
        <translation>ボリュームは、使っているコンテナが削除されてもファイルを保持します。</translation>
    </message>
    <message>
        <source>Driver and labels</source>
        <translation>ドライバーとラベル</translation>
    </message>
    <message numerus="yes">
        <source>Pause them meanwhile</source>
        <translation>
            <numerusform>その間コンテナを一時停止</numerusform>
        </translation>
    </message>
    <message>
        <source>Export volume</source>
        <translation>ボリュームを書き出し</translation>
    </message>
    <message>
        <source>All files of {name} are written to an archive.</source>
        <translation>{name} のすべてのファイルをアーカイブに書き出します。</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the archive could hold half-written files.</source>
        <translation>その間に {names} が書き込むことがあり、アーカイブに書きかけのファイルが入る可能性があります。</translation>
    </message>
    <message>
        <source>Clone volume</source>
        <translation>ボリュームを複製</translation>
    </message>
    <message>
        <source>All files of {name} are copied into a new volume.</source>
        <translation>{name} のすべてのファイルを新しいボリュームにコピーします。</translation>
    </message>
    <message>
        <source>Name of the copy</source>
        <translation>コピーの名前</translation>
    </message>
    <message>
        <source>{names} may write to it meanwhile; the copy could hold half-written files.</source>
        <translation>その間に {names} が書き込むことがあり、コピーに書きかけのファイルが入る可能性があります。</translation>
    </message>
    <message>
        <source>Import volume</source>
        <translation>ボリュームを読み込み</translation>
    </message>
    <message numerus="yes">
        <source>{file} holds %n file(s) and folder(s), {size}.</source>
        <translation>
            <numerusform>{file} には %n 個のファイルとフォルダーがあります ({size})。</numerusform>
        </translation>
    </message>
    <message>
        <source>A new volume</source>
        <translation>新しいボリューム</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>読み込み先</translation>
    </message>
    <message>
        <source>Already there: {names}. Files of the same name are replaced, others stay.</source>
        <translation>すでにあるもの: {names}。同じ名前のファイルは置き換えられ、ほかはそのまま残ります。</translation>
    </message>
    <message>
        <source>Nothing at its top has the same name. What is there stays.</source>
        <translation>最上位に同じ名前のものはありません。既存のものは残ります。</translation>
    </message>
    <message>
        <source>{names} may read or write there meanwhile.</source>
        <translation>その間に {names} が読み書きすることがあります。</translation>
    </message>
    <message>
        <source>Their files are gone for good. This cannot be undone.</source>
        <translation>ファイルは完全に失われます。この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Delete volume</source>
        <translation>ボリュームを削除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)</source>
        <translation>
            <numerusform>%n 個のボリュームを削除</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} come free on the disk</source>
        <translation>ディスクの {size} が空きます</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>未集計</translation>
    </message>
    <message>
        <source>Creating volume {name}</source>
        <translation>ボリューム {name} を作成しています</translation>
    </message>
    <message>
        <source>Cannot create volume {name}</source>
        <translation>ボリューム {name} を作成できません</translation>
    </message>
    <message>
        <source>Created volume {name}</source>
        <translation>ボリューム {name} を作成しました</translation>
    </message>
    <message>
        <source>Delete the volume {name}?</source>
        <translation>ボリューム {name} を削除しますか?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n volume(s)?</source>
        <translation>
            <numerusform>%n 個のボリュームを削除しますか?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) in use stay.</source>
        <translation>
            <numerusform>使用中の %n 個のボリュームは残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete volumes</source>
        <translation>ボリュームを削除</translation>
    </message>
    <message>
        <source>Prune unused volumes</source>
        <translation>未使用のボリュームを整理</translation>
    </message>
    <message>
        <source>Anonymous only</source>
        <translation>匿名のみ</translation>
    </message>
    <message>
        <source>All unused</source>
        <translation>未使用すべて</translation>
    </message>
    <message>
        <source>No container uses them, running or not.</source>
        <translation>実行中かどうかにかかわらず、どのコンテナも使っていません。</translation>
    </message>
    <message>
        <source>Deleting volume {name}</source>
        <translation>ボリューム {name} を削除しています</translation>
    </message>
    <message>
        <source>Cannot delete volume {name}</source>
        <translation>ボリューム {name} を削除できません</translation>
    </message>
    <message>
        <source>Deleted volume {name}</source>
        <translation>ボリューム {name} を削除しました</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n volume(s)</source>
        <translation>
            <numerusform>%n 個のボリュームを削除しています</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty volume</source>
        <translation>ボリュームを空にする</translation>
    </message>
    <message>
        <source>Delete all files of the volume {name}?</source>
        <translation>ボリューム {name} のすべてのファイルを削除しますか?</translation>
    </message>
    <message>
        <source>Running containers use it: {names}.</source>
        <translation>動作中のコンテナが使用しています: {names}。</translation>
    </message>
    <message>
        <source>Emptying volume {name}</source>
        <translation>ボリューム {name} を空にしています</translation>
    </message>
    <message>
        <source>Cannot empty volume {name}</source>
        <translation>ボリューム {name} を空にできません</translation>
    </message>
    <message>
        <source>Emptied volume {name}</source>
        <translation>ボリューム {name} を空にしました</translation>
    </message>
    <message>
        <source>Copied the name of the volume</source>
        <translation>ボリュームの名前をコピーしました</translation>
    </message>
    <message>
        <source>Compressed archives (*.tar.gz *.tgz)</source>
        <translation>圧縮アーカイブ (*.tar.gz *.tgz)</translation>
    </message>
    <message>
        <source>Exporting volume {name}</source>
        <translation>ボリューム {name} を書き出しています</translation>
    </message>
    <message>
        <source>Cannot export volume {name}</source>
        <translation>ボリューム {name} を書き出せません</translation>
    </message>
    <message>
        <source>Exported volume {name}</source>
        <translation>ボリューム {name} を書き出しました</translation>
    </message>
    <message>
        <source>Cloning volume {name}</source>
        <translation>ボリューム {name} を複製しています</translation>
    </message>
    <message>
        <source>Cannot clone volume {name}</source>
        <translation>ボリューム {name} を複製できません</translation>
    </message>
    <message>
        <source>Cloned volume {name}</source>
        <translation>ボリューム {name} を複製しました</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</source>
        <translation>アーカイブ (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz)</translation>
    </message>
    <message>
        <source>Cannot import {file}</source>
        <translation>{file} を読み込めません</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file} を読み取っています</translation>
    </message>
    <message>
        <source>Importing volume {name}</source>
        <translation>ボリューム {name} を読み込んでいます</translation>
    </message>
    <message>
        <source>Cannot import volume {name}</source>
        <translation>ボリューム {name} を読み込めません</translation>
    </message>
    <message>
        <source>Imported volume {name}</source>
        <translation>ボリューム {name} を読み込みました</translation>
    </message>
    <message>
        <source>It is used by {names}</source>
        <translation>{names} が使用しています</translation>
    </message>
    <message numerus="yes">
        <source>Delete these containers first; stopped ones count too.</source>
        <translation>
            <numerusform>先にこれらのコンテナを削除してください。停止中のものも含みます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot list volumes</source>
        <translation>ボリュームを一覧表示できません</translation>
    </message>
    <message>
        <source>{name}, running</source>
        <translation>{name}、実行中</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>スタック</translation>
    </message>
    <message>
        <source>Filter by name, container or stack</source>
        <translation>名前、コンテナ、スタックで絞り込み</translation>
    </message>
    <message>
        <source>No volumes</source>
        <translation>ボリュームはありません</translation>
    </message>
    <message>
        <source>{volumes}, {size}</source>
        <translation>{volumes}、{size}</translation>
    </message>
    <message>
        <source>{words} ({size} unused)</source>
        <translation>{words} (未使用 {size})</translation>
    </message>
    <message>
        <source>Welcome to Davit</source>
        <translation>Davit へようこそ</translation>
    </message>
    <message>
        <source>Containers are Linux programs. They run in a small Linux machine of their own, inside this computer. Nothing is sent anywhere, and no account is needed.</source>
        <translation>コンテナは Linux のプログラムです。このコンピューターの中の、専用の小さな Linux マシンで動きます。どこにも何も送信されず、アカウントも不要です。</translation>
    </message>
    <message>
        <source>1  This computer</source>
        <translation>1  このコンピューター</translation>
    </message>
    <message>
        <source>2  Start the machine</source>
        <translation>2  マシンを起動</translation>
    </message>
    <message>
        <source>3  Run your first container</source>
        <translation>3  最初のコンテナを実行</translation>
    </message>
    <message>
        <source>It runs, on {accelerator}.</source>
        <translation>{accelerator} で実行中です。</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>初回は少し時間がかかります。</translation>
    </message>
    <message>
        <source>Its settings are on the Machine page.</source>
        <translation>設定はマシンのページにあります。</translation>
    </message>
    <message>
        <source>It gets a part of this computer&apos;s CPUs and memory, and a disk that takes only what is used. All of that can be changed later.</source>
        <translation>このコンピューターの CPU とメモリの一部と、使った分だけ占有するディスクが割り当てられます。いずれも後から変更できます。</translation>
    </message>
    <message>
        <source>Cannot check this computer</source>
        <translation>このコンピューターを確認できません</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else.</source>
        <translation>{host} にバージョンの一覧を尋ねるだけで、ほかには何も伝えません。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>A small web page that came with Davit. It opens in your browser and needs no network.</source>
        <translation>Davit に付属する小さな Web ページです。ブラウザーで開き、ネットワークは不要です。</translation>
    </message>
    <message>
        <source>{file} is not a whole tar archive: {reason}</source>
        <translation>{file} は完全な tar アーカイブではありません: {reason}</translation>
    </message>
    <message>
        <source>There is a volume {name} already</source>
        <translation>ボリューム {name} はすでにあります</translation>
    </message>
    <message>
        <source>Cannot let docker use this engine</source>
        <translation>docker でこのエンジンを使うようにできません</translation>
    </message>
    <message>
        <source>Containers are Linux programs with all they need. An engine runs them in the background. Nothing is sent anywhere, and no account is needed.</source>
        <translation>コンテナは、必要なものをすべて備えた Linux プログラムです。エンジンがバックグラウンドで実行します。どこにも何も送信せず、アカウントも必要ありません。</translation>
    </message>
    <message>
        <source>Let docker use this engine</source>
        <translation>docker でこのエンジンを使う</translation>
    </message>
    <message>
        <source>2  Run your first container</source>
        <translation>2  最初のコンテナを実行</translation>
    </message>
    <message>
        <source>Letting docker use this engine</source>
        <translation>docker でこのエンジンを使うように設定中</translation>
    </message>
    <message>
        <source>folder</source>
        <comment>check of the machine</comment>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>settings</source>
        <comment>check of the machine</comment>
        <translation>設定</translation>
    </message>
    <message>
        <source>accelerator</source>
        <comment>check of the machine</comment>
        <translation>アクセラレーター</translation>
    </message>
    <message>
        <source>supervisor</source>
        <comment>check of the machine</comment>
        <translation>スーパーバイザー</translation>
    </message>
    <message>
        <source>engine</source>
        <comment>check of the machine</comment>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>clock</source>
        <comment>check of the machine</comment>
        <translation>時計</translation>
    </message>
    <message>
        <source>none</source>
        <comment>check of the machine</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>not set up</source>
        <comment>what the machine is</comment>
        <translation>未設定</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what the machine is</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>what the machine is</comment>
        <translation>起動中</translation>
    </message>
    <message>
        <source>running</source>
        <comment>what the machine is</comment>
        <translation>動作中</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>what the machine is</comment>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>asleep</source>
        <comment>what the machine is</comment>
        <translation>スリープ</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>what the machine is</comment>
        <translation>停止中</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>what the machine is</comment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>start</source>
        <comment>what is done to the machine</comment>
        <translation>起動</translation>
    </message>
    <message>
        <source>put to sleep</source>
        <comment>what is done to the machine</comment>
        <translation>スリープ</translation>
    </message>
    <message>
        <source>pause</source>
        <comment>what is done to the machine</comment>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>what is done to the machine</comment>
        <translation>再開</translation>
    </message>
    <message>
        <source>clean up</source>
        <comment>what is done to the machine</comment>
        <translation>整理</translation>
    </message>
    <message>
        <source>upgrade</source>
        <comment>what is done to the machine</comment>
        <translation>アップグレード</translation>
    </message>
    <message>
        <source>repair</source>
        <comment>what is done to the machine</comment>
        <translation>修復</translation>
    </message>
    <message>
        <source>change</source>
        <comment>what is done to the machine</comment>
        <translation>変更</translation>
    </message>
    <message>
        <source>Cannot keep the download in {folder}</source>
        <translation>ダウンロードを {folder} に保存できません</translation>
    </message>
    <message>
        <source>{name} is not the file that was signed</source>
        <translation>{name} は署名されたファイルではありません</translation>
    </message>
    <message>
        <source>It was damaged or changed on the way, and has been deleted. Try again.</source>
        <translation>途中で壊れたか変更されたため、削除しました。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The download of {name} broke off</source>
        <translation>{name} のダウンロードが中断しました</translation>
    </message>
    <message>
        <source>What has come is kept. Check the network, then try again.</source>
        <translation>届いた分は保持されます。ネットワークを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The server does not give {name} (status {status})</source>
        <translation>サーバーが {name} を返しません (ステータス {status})</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>{name} is longer than the file that was signed</source>
        <translation>{name} は署名されたファイルより長くなっています</translation>
    </message>
    <message>
        <source>The server is not to be trusted. Nothing was installed.</source>
        <translation>このサーバーは信頼できません。何もインストールしていません。</translation>
    </message>
    <message>
        <source>it ended after {size}</source>
        <translation>{size} で終わりました</translation>
    </message>
    <message>
        <source>The server of the updates is too slow</source>
        <translation>更新サーバーが遅すぎます</translation>
    </message>
    <message>
        <source>What has come is kept. Try again later.</source>
        <translation>届いた分は保持されます。後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no room for the download in {folder}</source>
        <translation>{folder} にダウンロード用の空きがありません</translation>
    </message>
    <message>
        <source>It needs {size}, and {free} are free. Delete files to make room.</source>
        <translation>{size} 必要ですが、空きは {free} です。ファイルを削除して空きを作ってください。</translation>
    </message>
    <message>
        <source>Type: {command}</source>
        <translation>次を入力してください: {command}</translation>
    </message>
    <message>
        <source>Cannot put in {name}</source>
        <translation>{name} を組み込めません</translation>
    </message>
    <message>
        <source>The disk image holds no application</source>
        <translation>ディスクイメージにアプリケーションがありません</translation>
    </message>
    <message>
        <source>{program} does not end</source>
        <translation>{program} が終了しません</translation>
    </message>
    <message>
        <source>{program} failed</source>
        <translation>{program} が失敗しました</translation>
    </message>
    <message>
        <source>The list of updates does not end</source>
        <translation>更新の一覧に終わりがありません</translation>
    </message>
    <message>
        <source>The server has no list of updates (status {status})</source>
        <translation>サーバーに更新の一覧がありません (ステータス {status})</translation>
    </message>
    <message>
        <source>The list of updates cannot be had</source>
        <translation>更新の一覧を取得できません</translation>
    </message>
    <message>
        <source>The list of updates is past its date</source>
        <translation>更新の一覧の期限が切れています</translation>
    </message>
    <message>
        <source>If this computer&apos;s clock is right, the server was neglected, or somebody on the way keeps newer lists from you. Try again later, or over another network.</source>
        <translation>このコンピューターの時計が正しければ、サーバーが放置されているか、途中の誰かが新しい一覧を隠しています。後で、または別のネットワークでお試しください。</translation>
    </message>
    <message>
        <source>The list of updates is older than the one that was seen before</source>
        <translation>更新の一覧が前に見たものより古くなっています</translation>
    </message>
    <message>
        <source>The list of updates is not signed by those who make Davit</source>
        <translation>更新の一覧に Davit の作成者の署名がありません</translation>
    </message>
    <message>
        <source>The parts of the list of updates do not belong together</source>
        <translation>更新の一覧の各部分が対応していません</translation>
    </message>
    <message>
        <source>The list of updates cannot be understood</source>
        <translation>更新の一覧を解釈できません</translation>
    </message>
    <message>
        <source>Cannot keep the list of updates in {folder}</source>
        <translation>更新の一覧を {folder} に保存できません</translation>
    </message>
    <message>
        <source>Somebody on the way may have changed it. Nothing was installed. Try again later, or over another network.</source>
        <translation>途中で誰かが変更した可能性があります。何もインストールしていません。後で、または別のネットワークでお試しください。</translation>
    </message>
    <message>
        <source>The server of the updates cannot be asked</source>
        <translation>更新サーバーに問い合わせできません</translation>
    </message>
    <message>
        <source>Check the network, then try again.</source>
        <translation>ネットワークを確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Cannot ask {address} for updates</source>
        <translation>{address} に更新を問い合わせできません</translation>
    </message>
    <message>
        <source>Its address must begin with https://</source>
        <translation>アドレスは https:// で始まる必要があります</translation>
    </message>
    <message>
        <source>Cannot write to {folder}</source>
        <translation>{folder} に書き込めません</translation>
    </message>
    <message>
        <source>Cannot look for updates</source>
        <translation>更新を確認できません</translation>
    </message>
    <message>
        <source>Davit {version} did not start</source>
        <translation>Davit {version} が起動しませんでした</translation>
    </message>
    <message>
        <source>Davit {previous} is back in its place</source>
        <translation>Davit {previous} に戻しました</translation>
    </message>
    <message>
        <source>This version is not offered again. Containers and data are untouched.</source>
        <translation>このバージョンは今後表示されません。コンテナとデータはそのままです。</translation>
    </message>
    <message>
        <source>Davit {version} was not installed</source>
        <translation>Davit {version} はインストールされませんでした</translation>
    </message>
    <message>
        <source>The installation did not come to its end</source>
        <translation>インストールが完了しませんでした</translation>
    </message>
    <message>
        <source>Try again from the settings.</source>
        <translation>設定からもう一度お試しください。</translation>
    </message>
    <message>
        <source>{what} is downloaded</source>
        <translation>{what} をダウンロードしました</translation>
    </message>
    <message>
        <source>Cannot download {what}</source>
        <translation>{what} をダウンロードできません</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>{what} をダウンロード中</translation>
    </message>
    <message>
        <source>Cannot install {what}</source>
        <translation>{what} をインストールできません</translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation>{what} をインストール中</translation>
    </message>
    <message>
        <source>Cannot repair Davit</source>
        <translation>Davit を修復できません</translation>
    </message>
    <message>
        <source>Davit {version} is not offered any more</source>
        <translation>Davit {version} はもう提供されていません</translation>
    </message>
    <message>
        <source>Install the newest version from the website.</source>
        <translation>ウェブサイトから最新版をインストールしてください。</translation>
    </message>
    <message>
        <source>Repairing Davit</source>
        <translation>Davit を修復中</translation>
    </message>
    <message>
        <source>guest image {version}</source>
        <translation>ゲストイメージ {version}</translation>
    </message>
    <message>
        <source>There is a new guest image for the machine: {version}</source>
        <translation>マシンの新しいゲストイメージがあります: {version}</translation>
    </message>
    <message>
        <source>There is a new version: Davit {version}</source>
        <translation>新しいバージョンがあります: Davit {version}</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Look for a new version once a day</source>
        <translation>1 日 1 回新しいバージョンを確認する</translation>
    </message>
    <message>
        <source>Asks {host} for the list of versions and tells it nothing else. Nothing is downloaded or installed without you.</source>
        <translation>{host} にバージョンの一覧を尋ねるだけで、ほかには何も伝えません。勝手にダウンロードやインストールをすることはありません。</translation>
    </message>
    <message>
        <source>Address of a mirror</source>
        <translation>ミラーのアドレス</translation>
    </message>
    <message>
        <source>What a mirror gives is verified with the same signatures.</source>
        <translation>ミラーから届くものも同じ署名で検証されます。</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>ここですることはありません。</translation>
    </message>
    <message>
        <source>Davit came with this system&apos;s packages, which bring new versions as well.</source>
        <translation>Davit はこのシステムのパッケージとして入っており、新しいバージョンもそこから届きます。</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>これが最新のバージョンです。</translation>
    </message>
    <message>
        <source>Never looked.</source>
        <translation>まだ確認していません。</translation>
    </message>
    <message>
        <source>Last looked: {ago}</source>
        <translation>最後の確認: {ago}</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新しい点</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>ダウンロード ({size})</translation>
    </message>
    <message>
        <source>Install and restart Davit</source>
        <translation>インストールして Davit を再起動</translation>
    </message>
    <message>
        <source>Restart the machine with it</source>
        <translation>これでマシンを再起動</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Skip this version</source>
        <translation>このバージョンをスキップ</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} / {total}</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Install it with:</source>
        <translation>ダウンロードと検証が済みました。次でインストールしてください:</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Containers stop while the machine restarts.</source>
        <translation>ダウンロードと検証が済みました。マシンの再起動中はコンテナが停止します。</translation>
    </message>
    <message>
        <source>It is downloaded and verified. Davit closes and opens again.</source>
        <translation>ダウンロードと検証が済みました。Davit は一度閉じて開き直します。</translation>
    </message>
    <message>
        <source>Copied the command</source>
        <translation>コマンドをコピーしました</translation>
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
        <translation>そのフォルダーはありません</translation>
    </message>
    <message>
        <source>The engine went away before the build ended.</source>
        <translation>ビルドが終わる前にエンジンがいなくなりました。</translation>
    </message>
    <message>
        <source>A line of the .dockerignore is only “!”: name what to keep.</source>
        <translation>.dockerignore に「!」だけの行があります。残すものを指定してください。</translation>
    </message>
    <message>
        <source>The .dockerignore has a pattern that cannot be read: {pattern}</source>
        <translation>.dockerignore に読めないパターンがあります: {pattern}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>ステージ</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n ステップ</numerusform>
        </translation>
    </message>
    <message>
        <source>From {base}</source>
        <translation>{base} から</translation>
    </message>
    <message>
        <source>&lt; 0.1 s</source>
        <translation>0.1 秒未満</translation>
    </message>
    <message>
        <source>Nothing printed yet. Lines appear here as the steps print them.</source>
        <translation>まだ出力はありません。ステップが出力すると、ここに行が現れます。</translation>
    </message>
    <message>
        <source>Nothing was printed. What comes from the cache is not run again.</source>
        <translation>何も出力されませんでした。キャッシュからのものは再実行されません。</translation>
    </message>
    <message>
        <source>Cannot list builds</source>
        <translation>ビルドを一覧できません</translation>
    </message>
</context>
</TS>
