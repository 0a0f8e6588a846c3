@call "%~dp0simul.cmd" conform %*
@exit /b %ERRORLEVEL%
