@call "%~dp0simul.cmd" fuzz %*
@exit /b %ERRORLEVEL%
