@call "%~dp0simul.cmd" spec %*
@exit /b %ERRORLEVEL%
