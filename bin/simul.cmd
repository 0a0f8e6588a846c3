@echo off
rem Runs Simul from a checkout: builds it once, when the jar is missing or older than the sources.
setlocal
set "home=%~dp0.."
set "jar=%home%\ci\target\simul.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2>&1" ^| findstr /i "version"') do if not defined version set "version=%%~v"
if not defined version (
  echo simul: no Java found: install a JDK, version 17 or later>&2
  exit /b 3
)
for /f "tokens=1 delims=.-+" %%v in ("%version%") do set "major=%%v"
if %major% LSS 17 (
  echo simul: Java %major% is too old: install a JDK, version 17 or later>&2
  exit /b 3
)
set "stale="
if not exist "%jar%" set "stale=1"
if not defined stale if exist "%home%\pom.xml" for /f %%s in ('powershell -NoProfile -Command "$t=(Get-Item '%jar%').LastWriteTime; @(Get-ChildItem '%home%\pom.xml','%home%\*\pom.xml','%home%\*\*\pom.xml'; Get-ChildItem '%home%\*\src\main','%home%\*\*\src\main' -Recurse -File) | Where-Object LastWriteTime -gt $t | Select-Object -First 1 | ForEach-Object { 1 }"') do set "stale=%%s"
if not defined stale goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo simul: not built yet, and no Maven found: install Maven, version 3.8 or later>&2
  exit /b 3
)
echo simul: building once ...>&2
if not exist "%home%\ci\target" mkdir "%home%\ci\target"
pushd "%home%"
call mvn -q -B -DskipTests -Dspotless.check.skip=true package >"%home%\ci\target\build.log" 2>&1 <nul
set "built=%ERRORLEVEL%"
popd
if not "%built%"=="0" (
  echo simul: the build failed; all of it is in %home%\ci\target\build.log>&2
  exit /b 5
)
:run
set "options=-XX:+UseSerialGC -Djdk.console=java.base"
if %major% GEQ 24 set "options=%options% --sun-misc-unsafe-memory-access=allow"
"%java%" %options% %SIMUL_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
