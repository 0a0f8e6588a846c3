@call "%~dp0simul.cmd" serve %*
@exit /b %ERRORLEVEL%
