; The setup program and the uninstaller; made by setup.py, which defines:
;   VERSION NUMBERS  1.2.3 and 1.2.3.0      OUTPUT   the file to write
;   PAYLOAD          folder with davit.ico   FILES    a script with SetOutPath and File lines
;   COMPRESSOR       lzma or zlib            SIGN     a command that signs the file after it (or none)
;   SIZE             KiB when installed      BANNER   a picture of 164x314 pixels
;
; Options: /S silent, /D=FOLDER (the last one, without quotes), /AllUsers for everybody on the
; computer, /NOWHPX leaves the Windows Hypervisor Platform as it is, /AUTOSTART starts Davit at
; login. Of the uninstaller: /S, and /PURGE deletes containers, images, volumes and settings.
; Exit status: 0 done, 1 cancelled, 2 failed and as it was before, 5 Davit still runs, 3010 done and
; a restart is needed for full speed (not with /S, where an exit status other than 0 is a failure).

Unicode true
Target amd64-unicode
SetCompressor ${COMPRESSOR}
!if ${COMPRESSOR} == lzma
  SetCompressorDictSize 32
!endif
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include nsDialogs.nsh
!include MUI2.nsh

Name "Davit"
OutFile "${OUTPUT}"
BrandingText "Davit ${VERSION}"
VIProductVersion ${NUMBERS}
VIAddVersionKey ProductName "Davit"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileDescription "Davit Setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "Apache License 2.0"
VIAddVersionKey CompanyName "Davit"

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define ARP "Software\Microsoft\Windows\CurrentVersion\Uninstall\Davit"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
; The name that desktop/davit_desktop/autostart.py uses.
!define RUN_NAME "davit-desktop"

Var Everybody      ; 1: for all users of the computer
Var Autostart      ; 1: at login
Var Accelerate     ; 1: turn on the Windows Hypervisor Platform
Var Accelerated    ; 1: it answers
Var Purge          ; 1: delete data as well
Var Before         ; 1: there is a version already
Var Remark         ; on the last page
Var Box1
Var Box2

!define MUI_ICON "${PAYLOAD}/davit.ico"
!define MUI_UNICON "${PAYLOAD}/davit.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)$Remark"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartDavit
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_ABORTWARNING

!insertmacro MUI_PAGE_WELCOME
Page custom ChoicesShow ChoicesLeave
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.DataShow un.DataLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German
!insertmacro MUI_LANGUAGE Spanish
!insertmacro MUI_LANGUAGE French
!insertmacro MUI_LANGUAGE Japanese
!insertmacro MUI_LANGUAGE SimpChinese
!include words.nsh
!include steps.nsh

Function .onInit
  SetRegView 64
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro ChooseScope
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "${ARP}" "InstallLocation"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Davit"
    ${If} $Everybody == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\Davit"
    ${EndIf}
  ${EndIf}
  ; A folder of somebody else's is not filled with ours, nor emptied later.
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
  ${AndIfNot} ${FileExists} "$INSTDIR\davit-uninstall.exe"
    StrCpy $INSTDIR "$INSTDIR\Davit"
  ${EndIf}

  ReadRegStr $0 HKCU "${RUN}" "${RUN_NAME}"
  ${If} $0 != ""
    StrCpy $Autostart 1
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/AUTOSTART" $0
  ${IfNot} ${Errors}
    StrCpy $Autostart 1
  ${EndIf}
  Call AskHypervisor
  StrCpy $Accelerate 1
  ${If} $Accelerated == 1
    StrCpy $Accelerate 0
  ${EndIf}
  ; Nobody is there to agree to it.
  ${If} ${Silent}
  ${AndIf} $Everybody != 1
    StrCpy $Accelerate 0
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/NOWHPX" $0
  ${IfNot} ${Errors}
    StrCpy $Accelerate 0
  ${EndIf}
FunctionEnd

Function ChoicesShow
  !insertmacro MUI_HEADER_TEXT "$(ChoicesTitle)" "$(ChoicesSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckBox} 0 0 100% 12u "$(ChoicesAutostart)"
  Pop $Box1
  ${If} $Autostart == 1
    ${NSD_Check} $Box1
  ${EndIf}
  ${If} $Everybody == 1
    ShowWindow $Box1 ${SW_HIDE}
  ${EndIf}
  ${If} $Accelerated == 1
    ${NSD_CreateLabel} 0 24u 100% 24u "$(ChoicesFast)"
    Pop $0
  ${Else}
    ${NSD_CreateCheckBox} 0 24u 100% 12u "$(ChoicesAccelerate)"
    Pop $Box2
    ${If} $Accelerate == 1
      ${NSD_Check} $Box2
    ${EndIf}
    ${NSD_CreateLabel} 12u 38u -12u 60u "$(ChoicesAccelerateWhy)"
    Pop $0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function ChoicesLeave
  ${NSD_GetState} $Box1 $Autostart
  ${If} $Accelerated != 1
    ${NSD_GetState} $Box2 $Accelerate
  ${EndIf}
FunctionEnd

Section
  StrCpy $Remark ""
  DetailPrint "$(StepStop)"
  Call StopDavit
  DetailPrint "$(StepCopy)"
  Call MoveAside
  ClearErrors
  SetOverwrite try
  !include "${FILES}"
  WriteUninstaller "$INSTDIR\davit-uninstall.exe"
  ${If} ${Errors}
    Call PutBack
    MessageBox MB_OK|MB_ICONSTOP "$(CopyFailed)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\old"

  DetailPrint "$(StepRegister)"
  CreateShortCut "$SMPROGRAMS\Davit.lnk" "$INSTDIR\davit-desktop.exe" "" "$INSTDIR\davit.ico"
  WriteRegStr SHCTX "${ARP}" "DisplayName" "Davit"
  WriteRegStr SHCTX "${ARP}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ARP}" "DisplayIcon" "$INSTDIR\davit.ico"
  WriteRegStr SHCTX "${ARP}" "Publisher" "Davit"
  WriteRegStr SHCTX "${ARP}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ARP}" "UninstallString" '"$INSTDIR\davit-uninstall.exe"'
  WriteRegStr SHCTX "${ARP}" "QuietUninstallString" '"$INSTDIR\davit-uninstall.exe" /S'
  WriteRegDWORD SHCTX "${ARP}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${ARP}" "NoModify" 1
  WriteRegDWORD SHCTX "${ARP}" "NoRepair" 1
  ${If} $Everybody != 1
    ${If} $Autostart == 1
      WriteRegStr HKCU "${RUN}" "${RUN_NAME}" '"$INSTDIR\davit-desktop.exe" --hidden'
    ${Else}
      DeleteRegValue HKCU "${RUN}" "${RUN_NAME}"
    ${EndIf}
  ${EndIf}
  ; The search path may be longer than a string of this program can be.
  nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\davit-desktop.exe" --register $Everybody'
  Pop $0

  ${If} $Accelerate == 1
    DetailPrint "$(StepAccelerate)"
    Call TurnOnHypervisor
  ${EndIf}
SectionEnd

; ---- uninstaller

Function un.onInit
  SetRegView 64
  ReadRegStr $0 HKCU "${ARP}" "InstallLocation"
  StrCpy $Everybody 1
  ${If} $0 == $INSTDIR
    StrCpy $Everybody 0
  ${EndIf}
  ${If} $Everybody == 1
    SetShellVarContext all
    !insertmacro un.NeedAdministrator
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/PURGE" $0
  ${IfNot} ${Errors}
    StrCpy $Purge 1
  ${EndIf}
FunctionEnd

Function un.DataShow
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 36u "$(RemoveText)"
  Pop $0
  ${NSD_CreateCheckBox} 0 42u 100% 12u "$(RemovePurge)"
  Pop $Box1
  ${If} $Purge == 1
    ${NSD_Check} $Box1
  ${EndIf}
  ${NSD_CreateLabel} 12u 56u -12u 36u "$(RemovePurgeWhy)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function un.DataLeave
  ${NSD_GetState} $Box1 $Purge
FunctionEnd

Section Uninstall
  DetailPrint "$(StepStop)"
  Call un.StopDavit
  DetailPrint "$(StepRemove)"
  nsExec::Exec /TIMEOUT=60000 '"$INSTDIR\davit-desktop.exe" --unregister $Everybody'
  Pop $0
  ReadRegStr $0 HKCU "${RUN}" "${RUN_NAME}"
  StrLen $1 "$INSTDIR"
  IntOp $1 $1 + 1
  StrCpy $0 $0 $1
  ${If} $0 == '"$INSTDIR'
    DeleteRegValue HKCU "${RUN}" "${RUN_NAME}"
  ${ElseIf} $Everybody != 1
    DeleteRegValue HKCU "${RUN}" "${RUN_NAME}"
  ${EndIf}
  Delete "$SMPROGRAMS\Davit.lnk"
  DeleteRegKey SHCTX "${ARP}"
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\python"
  RMDir /r "$INSTDIR\qemu"
  RMDir /r "$INSTDIR\image"
  RMDir /r "$INSTDIR\licences"
  RMDir /r "$INSTDIR\release"
  RMDir /r "$INSTDIR\old"
  Delete "$INSTDIR\davit.exe"
  Delete "$INSTDIR\davit-desktop.exe"
  Delete "$INSTDIR\davit-machine.exe"
  Delete "$INSTDIR\davit.ico"
  Delete "$INSTDIR\davit-uninstall.exe"
  RMDir "$INSTDIR"
  ${If} $Purge == 1
    ; In the context of all users $LOCALAPPDATA would be a folder of everybody's.
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\davit"
  ${EndIf}
SectionEnd
