@echo off
rem The `holdfast` command of an unpacked archive on Windows. It needs a JDK 25 or newer.
setlocal
set "root=%~dp0.."
set "java="
if defined HOLDFAST_JAVA_HOME if exist "%HOLDFAST_JAVA_HOME%\bin\java.exe" set "java=%HOLDFAST_JAVA_HOME%\bin\java.exe"
if not defined java if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" set "java=%%~$PATH:j"
if not defined java (
  echo holdfast: no Java was found 1>&2
  echo   looked in: HOLDFAST_JAVA_HOME, JAVA_HOME, PATH 1>&2
  echo   help: install a JDK 25 or newer, such as Eclipse Temurin 25 1>&2
  exit /b 1
)
set "release=0"
for /f "tokens=2 delims== " %%v in ('""%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version""') do set "release=%%v"
if %release% LSS 25 (
  echo holdfast: %java% is Java %release%; 25 or newer is needed 1>&2
  echo   help: install a JDK 25 or newer, and set HOLDFAST_JAVA_HOME to its folder 1>&2
  exit /b 1
)
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dholdfast.home="%root%" %HOLDFAST_JAVA_OPTS% -jar "%root%\lib\holdfast.jar" %*
exit /b %errorlevel%
