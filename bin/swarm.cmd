@call "%~dp0simul.cmd" swarm %*
@exit /b %ERRORLEVEL%
