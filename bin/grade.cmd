@call "%~dp0simul.cmd" grade %*
@exit /b %ERRORLEVEL%
