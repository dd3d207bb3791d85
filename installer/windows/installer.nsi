; The installer: for one user without administrator's rights, or for everybody who uses the computer.
; package.sh runs it:  makensis -DVERSION= -DSTAGE= -DFILES= -DICON= -DLICENCE= -DOUT= [-DSIGN=] installer.nsi
; README.md says what a user and an IT department can ask of it, and what its exit statuses mean.
Unicode true
Target amd64-unicode

!define APP "Federation Adviser"
!define PROGRAM "federation-adviser.exe"
!define COMMAND_LINE "fedadvise.exe"
!define KEY "Software\Federation Adviser"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Federation Adviser"

!define STATUS_WINDOWS_TOO_OLD 3
!define STATUS_STILL_RUNNING 4
!define STATUS_NEWER_INSTALLED 5
!define STATUS_NOT_ALLOWED 6
!define STATUS_OLD_NOT_REMOVED 7

!include MUI2.nsh
!include nsDialogs.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include "${FILES}" ; macros InstallFiles and RemoveFiles, made from what is to be installed

Name "${APP}"
OutFile "${OUT}"
!ifdef QUICK ; for tests
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif
SetDateSave off ; the time of each file would make every installer another one
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
AllowRootDirInstall false
InstallDir ""
BrandingText "${APP} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "CompanyName" "${APP}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP} setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

Var everybody ; 1: for all users of the computer
Var given_folder ; with /D=
Var may_downgrade

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
Page custom choose_users take_users
!define MUI_PAGE_HEADER_TEXT "Where to install"
!define MUI_PAGE_HEADER_SUBTEXT "The folder that is offered suits nearly everybody."
!define MUI_DIRECTORYPAGE_TEXT_TOP "${APP} is free software under the Apache License 2.0, which is installed with it. It advises; it does not decide, and it takes the place of no solicitor."
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${APP} is installed"
!define MUI_FINISHPAGE_TEXT "You find it in the Start menu. Case files (*.fedcase) open by double click."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${APP} now"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "This removes ${APP}. Your cases, settings and rule packs stay where they are."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!ifdef SIGN ; a program that signs the file given as its last argument, in place
  !finalize '"${SIGN}" "%1"' = 0
  !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

; --- For whom ---------------------------------------------------------------------------------------------------

!macro UseContext
  SetRegView 64
  ${If} $everybody == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

Function use_usual_folder
  !insertmacro UseContext
  ${If} $given_folder != ""
    StrCpy $INSTDIR $given_folder
    Return
  ${EndIf}
  ReadRegStr $INSTDIR SHCTX "${KEY}" "InstallDir" ; as it was chosen before
  ${If} $INSTDIR == ""
    ${If} $everybody == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
    ${EndIf}
  ${EndIf}
FunctionEnd

!macro Elevation UN
; Starts the program in $6 with the words in $0 as administrator, and ends with its status; Windows asks the user.
Function ${UN}become_administrator
  ; SHELLEXECUTEINFOW: size, SEE_MASK_NOCLOSEPROCESS, window, verb, file, words, folder, SW_SHOWNORMAL, …, process
  StrCpy $7 "runas"
  System::Call '*(&l4, i 0x40, p $HWNDPARENT, t r7, t r6, t r0, p 0, p 1, p 0, p 0, p 0, p 0, p 0, p 0, p 0) p.r2'
  System::Call 'shell32::ShellExecuteExW(p r2) i.r3'
  ${If} $3 == 0
    System::Free $2
    MessageBox MB_OK|MB_ICONEXCLAMATION "$8 Nothing was changed." /SD IDOK
    SetErrorLevel ${STATUS_NOT_ALLOWED}
    Quit
  ${EndIf}
  System::Call '*$2(i, i, p, p, p, p, p, p, p, p, p, p, p, p, p.r4)'
  System::Free $2
  System::Call 'kernel32::WaitForSingleObject(p r4, i -1)'
  System::Call 'kernel32::GetExitCodeProcess(p r4, *i .r5)'
  System::Call 'kernel32::CloseHandle(p r4)'
  SetErrorLevel $5
  Quit
FunctionEnd
!macroend
!insertmacro Elevation ""
!insertmacro Elevation "un."

Function need_administrator
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} "$0" "/ALLUSERS" $1
    ${If} ${Errors}
      StrCpy $0 "/ALLUSERS $0"
    ${EndIf}
    ${If} $given_folder != ""
      StrCpy $0 "$0 /D=$given_folder" ; which NSIS wants last, without quotation marks
    ${EndIf}
    StrCpy $6 $EXEPATH
    StrCpy $8 "Installing for everybody needs an administrator."
    Call become_administrator
  ${EndIf}
FunctionEnd

Function choose_users
  !insertmacro MUI_HEADER_TEXT "Welcome to ${APP}" "For whom shall it be installed?"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "Only for &me (needs no administrator)"
  Pop $1
  ${NSD_CreateRadioButton} 0 28u 100% 12u "For &everybody who uses this computer (Windows asks for an administrator)"
  Pop $2
  ${If} $everybody == 1
    ${NSD_Check} $2
    ${NSD_SetFocus} $2
  ${Else}
    ${NSD_Check} $1
    ${NSD_SetFocus} $1
  ${EndIf}
  ${NSD_CreateLabel} 0 56u 100% 40u "${APP} works without a network and without an account. Your cases are files that you keep where you like; removing the program never touches them."
  Pop $3
  nsDialogs::Show
FunctionEnd

Function take_users
  ${NSD_GetState} $2 $0
  ${If} $0 == ${BST_CHECKED}
    StrCpy $everybody 1
    Call need_administrator
  ${Else}
    StrCpy $everybody 0
  ${EndIf}
  Call use_usual_folder
  Call stop_if_newer
FunctionEnd

; --- A copy that runs -------------------------------------------------------------------------------------------

!macro RunningCopy UN
Function ${UN}note_when_held
  ${If} ${FileExists} $1
    ClearErrors
    FileOpen $0 $1 a
    ${If} ${Errors}
      StrCpy $9 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
FunctionEnd

; $9 becomes 1 when a program in $INSTDIR runs: then its file cannot be opened for writing.
Function ${UN}is_running
  StrCpy $9 0
  StrCpy $1 "$INSTDIR\${PROGRAM}"
  Call ${UN}note_when_held
  StrCpy $1 "$INSTDIR\${COMMAND_LINE}"
  Call ${UN}note_when_held
FunctionEnd

; Asks every window of the program in $INSTDIR, and of no other copy, to keep what is not saved and to close.
Function ${UN}ask_to_close
  System::Call 'user32::RegisterWindowMessageW(w "FederationAdviser.Close") i.r8'
  StrCpy $1 0
  ${Do}
    System::Call 'user32::FindWindowExW(p 0, p r1, p 0, p 0) p.r1'
    ${If} $1 P= 0
      ${Break}
    ${EndIf}
    System::Call 'user32::GetWindowThreadProcessId(p r1, *i .r2)'
    System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r2) p.r3' ; PROCESS_QUERY_LIMITED_INFORMATION
    ${If} $3 P<> 0
      System::Call 'kernel32::QueryFullProcessImageNameW(p r3, i 0, w .r4, *i ${NSIS_MAX_STRLEN}) i.r5'
      System::Call 'kernel32::CloseHandle(p r3)'
      ${If} $5 <> 0
      ${AndIf} $4 == "$INSTDIR\${PROGRAM}" ; whatever the case of its letters
        System::Call 'user32::PostMessageW(p r1, i r8, p 0, p 0)'
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd

; Returns when nothing runs; ends the installer, before anything was touched, when something goes on running.
Function ${UN}close_running
  Call ${UN}is_running
  ${If} $9 == 0
    Return
  ${EndIf}
  ${Do}
    Call ${UN}ask_to_close
    StrCpy $7 0
    ${Do}
      Sleep 250
      IntOp $7 $7 + 1
      Call ${UN}is_running
      ${If} $9 == 0
        Return
      ${EndIf}
    ${LoopUntil} $7 >= 40 ; ten seconds
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${APP} is still open, perhaps with a question that waits for you. Your answers are kept.$\n$\nClose it, then choose Retry." /SD IDCANCEL IDRETRY again
    SetErrorLevel ${STATUS_STILL_RUNNING}
    Quit
    again:
  ${Loop}
FunctionEnd
!macroend
!insertmacro RunningCopy ""
!insertmacro RunningCopy "un."

; --- Versions ---------------------------------------------------------------------------------------------------

Function stop_if_newer
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 == ""
  ${OrIf} $may_downgrade == 1
    Return
  ${EndIf}
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $1 == 1
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Version $0 is installed, which is newer than this one, ${VERSION}. Cases saved by the newer version may hold what this one does not know.$\n$\nPut the older version in its place?" /SD IDNO IDYES older
    SetErrorLevel ${STATUS_NEWER_INSTALLED}
    Quit
    older:
    StrCpy $may_downgrade 1
  ${EndIf}
FunctionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${APP} needs 64-bit Windows 10 or later." /SD IDOK
    SetErrorLevel ${STATUS_WINDOWS_TOO_OLD}
    Quit
  ${EndIf}
  StrCpy $given_folder $INSTDIR
  StrCpy $everybody 0
  StrCpy $may_downgrade 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} "$0" "/DOWNGRADE" $1
  ${IfNot} ${Errors}
    StrCpy $may_downgrade 1
  ${EndIf}
  ClearErrors
  ${GetOptions} "$0" "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $everybody 1
    Call need_administrator
  ${EndIf}
  Call use_usual_folder
  ${If} ${Silent} ; else once it is known for whom
    Call stop_if_newer
  ${EndIf}
FunctionEnd

; --- Installing -------------------------------------------------------------------------------------------------

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro Associate EXTENSION ID NAME MIME
  ReadRegStr $0 SHCTX "Software\Classes\${EXTENSION}" ""
  ${If} $0 == "" ; another program's claim is left alone; ours then is offered under "Open with"
    WriteRegStr SHCTX "Software\Classes\${EXTENSION}" "" "FederationAdviser.${ID}.1"
  ${EndIf}
  WriteRegStr SHCTX "Software\Classes\${EXTENSION}" "Content Type" "application/x-federation-adviser-${MIME}"
  WriteRegStr SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids" "FederationAdviser.${ID}.1" ""
  WriteRegStr SHCTX "Software\Classes\FederationAdviser.${ID}.1" "" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\FederationAdviser.${ID}.1\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "Software\Classes\FederationAdviser.${ID}.1\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
!macroend

!macro Dissociate EXTENSION ID MIME
  ReadRegStr $0 SHCTX "Software\Classes\${EXTENSION}" ""
  ${If} $0 == "FederationAdviser.${ID}.1"
    DeleteRegValue SHCTX "Software\Classes\${EXTENSION}" ""
  ${EndIf}
  ReadRegStr $0 SHCTX "Software\Classes\${EXTENSION}" "Content Type"
  ${If} $0 == "application/x-federation-adviser-${MIME}"
    DeleteRegValue SHCTX "Software\Classes\${EXTENSION}" "Content Type"
  ${EndIf}
  DeleteRegValue SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids" "FederationAdviser.${ID}.1"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${EXTENSION}"
  DeleteRegKey SHCTX "Software\Classes\FederationAdviser.${ID}.1"
!macroend

Section "-program"
  !insertmacro UseContext
  Call close_running
  ReadRegStr $0 SHCTX "${KEY}" "InstallDir"
  ${If} $0 != "" ; an earlier version: its files first, wherever they are
  ${AndIf} ${FileExists} "$0\uninstall.exe"
    ClearErrors
    ExecWait '"$0\uninstall.exe" /S _?=$0' $1
    ${If} ${Errors}
    ${OrIf} $1 <> 0
      MessageBox MB_OK|MB_ICONSTOP "The earlier version in $0 could not be removed. Nothing was changed." /SD IDOK
      ${If} $1 <> ${STATUS_STILL_RUNNING}
        StrCpy $1 ${STATUS_OLD_NOT_REMOVED}
      ${EndIf}
      SetErrorLevel $1
      Quit
    ${EndIf}
    Delete "$0\uninstall.exe" ; which cannot remove itself when it is run like this
    RMDir "$0"
  ${EndIf}

  !insertmacro InstallFiles
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
  !insertmacro Associate ".fedcase" "Case" "Federation Adviser case" "case"
  !insertmacro Associate ".fedrules" "Rules" "Federation Adviser rules" "rules"
  !insertmacro Associate ".fedinvite" "Invitation" "Federation Adviser invitation" "invitation"
  !insertmacro Associate ".fedresponse" "Response" "Federation Adviser response" "response"
  !insertmacro TellExplorer

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" "$0"
SectionEnd

; --- Removing ---------------------------------------------------------------------------------------------------

; For everybody, when that is how it was installed: the machine's key names the folder that the uninstaller lies in.
Function un.onInit
  SetRegView 64
  StrCpy $everybody 0
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 == $INSTDIR
    StrCpy $everybody 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      StrCpy $0 ""
      ${If} ${Silent}
        StrCpy $0 "/S"
      ${EndIf}
      StrCpy $6 "$INSTDIR\uninstall.exe"
      StrCpy $8 "Removing what was installed for everybody needs an administrator."
      Call un.become_administrator
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro UseContext
  Call un.close_running
  SetOutPath "$TEMP" ; the current folder cannot be removed
  !insertmacro RemoveFiles
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when somebody else put something there
  Delete "$SMPROGRAMS\${APP}.lnk"
  !insertmacro Dissociate ".fedcase" "Case" "case"
  !insertmacro Dissociate ".fedrules" "Rules" "rules"
  !insertmacro Dissociate ".fedinvite" "Invitation" "invitation"
  !insertmacro Dissociate ".fedresponse" "Response" "response"
  !insertmacro TellExplorer
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${KEY}"
SectionEnd
