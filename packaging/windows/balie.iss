; Inno Setup 6: an installer for one user, without administrator's rights. Untried; see README.md.
;     python dev.py package frozen
;     iscc /DVersion=0.1.0 packaging\windows\balie.iss
#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif

[Setup]
AppId={{7B5E0C0B-6D0F-4E58-9C0C-1B6A2F7C54D1}
AppName=Balie
AppVersion={#Version}
AppPublisher=The Balie maintainers
DefaultDirName={autopf}\Balie
DefaultGroupName=Balie
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SetupIconFile=..\..\build\icons\balie.ico
UninstallDisplayIcon={app}\baliew.exe
OutputDir=..\..\dist
OutputBaseFilename=balie-{#Version}-windows-x64-setup
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
; With a certificate: iscc "/Ssign=signtool sign /fd sha256 /tr <time server> /td sha256 $f" /DSign ...
#ifdef Sign
SignTool=sign
#endif

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of the version before must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\frozen\balie\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "..\..\dist\THIRD_PARTY_NOTICES.txt"; DestDir: "{app}"
Source: "..\..\dist\balie-{#Version}.cdx.json"; DestDir: "{app}"

[Icons]
Name: "{autoprograms}\Balie"; Filename: "{app}\baliew.exe"
Name: "{autodesktop}\Balie"; Filename: "{app}\baliew.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\baliew.exe"; Description: "{cm:LaunchProgram,Balie}"; Flags: nowait postinstall skipifsilent

; No [UninstallDelete]: the messages of the owner are in his own data folder and stay.
