@rem `npm run app` begins with the shell's `exec`, so that a signal to npm reaches the app, and with what only Linux's
@rem memory is told by `env`. Windows has neither word: it goes on behind both.
@for /f "tokens=2*" %%a in ("%*") do @%%b
