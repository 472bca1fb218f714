; What the setup program and the uninstaller do in several steps.

!macro ChooseScope
  ; As asked for; else as it is installed already; else for this user, who needs no administrator.
  ${GetParameters} $R0
  StrCpy $Everybody 0
  ReadRegStr $0 HKCU "${ARP}" "InstallLocation"
  ${If} $0 == ""
    ReadRegStr $0 HKLM "${ARP}" "InstallLocation"
    ${If} $0 != ""
      StrCpy $Everybody 1
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/AllUsers" $0
  ${IfNot} ${Errors}
    StrCpy $Everybody 1
  ${EndIf}
  ${If} $Everybody == 1
    SetShellVarContext all
    !insertmacro NeedAdministrator
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

; Start this program once more as an administrator, wait for it, and end as it ended.
!macro NeedAdministratorAs prefix
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    ${GetParameters} $R0
    StrCpy $R1 "$EXEPATH"
    StrCpy $R2 "/AllUsers $R0"
    Call ${prefix}RunElevated
    SetErrorLevel $R3
    Quit
  ${EndIf}
!macroend
!macro NeedAdministrator
  !insertmacro NeedAdministratorAs ""
!macroend
!macro un.NeedAdministrator
  !insertmacro NeedAdministratorAs "un."
!macroend

; $R1 a program, $R2 its arguments; $R3 its exit status, or 1223 when the person said no.
!macro RunElevated prefix
Function ${prefix}RunElevated
  ; SHELLEXECUTEINFOW with SEE_MASK_NOCLOSEPROCESS; the handle is its last field.
  System::Call '*(&l4, i 0x40, p $HWNDPARENT, w "runas", w R1, w R2, p 0, i 0, p 0, p 0, p 0, p 0, i 0, p 0, p 0) p .r0'
  System::Call 'shell32::ShellExecuteExW(p r0) i .r1 ?e'
  Pop $R3
  ${If} $1 <> 0
    System::Call '*$0(i, i, p, p, p, p, p, i, p, p, p, p, i, p, p .r2)'
    System::Call 'kernel32::WaitForSingleObject(p r2, i -1)'
    System::Call 'kernel32::GetExitCodeProcess(p r2, *i .R3)'
    System::Call 'kernel32::CloseHandle(p r2)'
  ${ElseIf} $R3 == 0
    StrCpy $R3 2
  ${EndIf}
  System::Free $0
FunctionEnd
!macroend
!insertmacro RunElevated ""
!insertmacro RunElevated "un."

; Whether code runs on the processor itself, by the very call that QEMU makes: the state of the
; Windows feature tells nothing, since other features bring the same along.
Function AskHypervisor
  StrCpy $Accelerated 0
  System::Call 'WinHvPlatform::WHvGetCapability(i 0, *i 0 .r1, i 4, *i 0 .r2) i .r0'
  ${If} $0 == 0
  ${AndIf} $1 <> 0
    StrCpy $Accelerated 1
  ${EndIf}
FunctionEnd

Function TurnOnHypervisor
  StrCpy $R1 "$SYSDIR\dism.exe"
  StrCpy $R2 "/Online /Enable-Feature /FeatureName:HypervisorPlatform /All /NoRestart /Quiet"
  Call RunElevated
  ${If} $R3 == 0
  ${OrIf} $R3 == 3010
    Call AskHypervisor
    ${If} $Accelerated != 1
      StrCpy $Remark "$\r$\n$\r$\n$(FinishRestart)"
      ${IfNot} ${Silent}
        SetErrorLevel 3010
      ${EndIf}
    ${EndIf}
  ${Else}
    StrCpy $Remark "$\r$\n$\r$\n$(FinishSlow)"
  ${EndIf}
FunctionEnd

; Ask windows and machine to end; nothing has changed yet when they do not.
!macro StopDavit prefix
Function ${prefix}StopDavit
  ${IfNot} ${FileExists} "$INSTDIR\python\python313.dll"
    Return
  ${EndIf}
  ${Do}
    nsExec::Exec /TIMEOUT=120000 '"$INSTDIR\davit-desktop.exe" --quit'
    Pop $0
    ; Windows lets nobody write to a library that a program has loaded, nor for a while after.
    ${ForEach} $R9 1 60 + 1
      ClearErrors
      FileOpen $0 "$INSTDIR\python\python313.dll" a
      ${IfNot} ${Errors}
        FileClose $0
        Return
      ${EndIf}
      Sleep 250
    ${Next}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRuns)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro StopDavit ""
!insertmacro StopDavit "un."

!macro ForEachPart step
  !insertmacro ${step} "python"
  !insertmacro ${step} "qemu"
  !insertmacro ${step} "image"
  !insertmacro ${step} "licences"
  !insertmacro ${step} "release"
  !insertmacro ${step} "davit.exe"
  !insertmacro ${step} "davit-desktop.exe"
  !insertmacro ${step} "davit-machine.exe"
  !insertmacro ${step} "davit.ico"
  !insertmacro ${step} "davit-uninstall.exe"
!macroend
!macro Aside name
  ${If} ${FileExists} "$INSTDIR\${name}"
    Rename "$INSTDIR\${name}" "$INSTDIR\old\${name}"
  ${EndIf}
!macroend
!macro Back name
  ${If} ${FileExists} "$INSTDIR\old\${name}"
    RMDir /r "$INSTDIR\${name}"
    Delete "$INSTDIR\${name}"
    Rename "$INSTDIR\old\${name}" "$INSTDIR\${name}"
  ${EndIf}
!macroend

; The version before stays whole in a folder until the new one is.
Function MoveAside
  StrCpy $Before 0
  ${If} ${FileExists} "$INSTDIR\davit-uninstall.exe"
    StrCpy $Before 1
  ${EndIf}
  CreateDirectory "$INSTDIR"
  RMDir /r "$INSTDIR\old"
  ClearErrors
  CreateDirectory "$INSTDIR\old"
  !insertmacro ForEachPart Aside
  ${If} ${Errors}
    Call PutBack
    MessageBox MB_OK|MB_ICONSTOP "$(CopyFailed)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Function PutBack
  SetOutPath "$TEMP"
  ${If} $Before == 0
    RMDir /r "$INSTDIR\python"
    RMDir /r "$INSTDIR\qemu"
    RMDir /r "$INSTDIR\image"
    RMDir /r "$INSTDIR\licences"
    RMDir /r "$INSTDIR\release"
    Delete "$INSTDIR\davit*.exe"
    Delete "$INSTDIR\davit.ico"
  ${EndIf}
  !insertmacro ForEachPart Back
  RMDir "$INSTDIR\old"
  RMDir "$INSTDIR"
FunctionEnd

Function StartDavit
  ; Not as the administrator that a setup for everybody runs as: the Explorer starts it.
  ${If} $Everybody == 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\davit-desktop.exe"'
  ${Else}
    Exec '"$INSTDIR\davit-desktop.exe"'
  ${EndIf}
FunctionEnd
