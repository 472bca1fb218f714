# make run   install what is missing, start the engine, open the window
# make test  install what is missing, run every check and test
# make stop  stop the engine; containers go on

STARTER := engine/davit_engine/starter
IMAGES := $(STARTER)/images/hello.tar $(STARTER)/images/welcome.tar

.PHONY: run test screenshots stop starter bootstrap-test

run:
	@MAKE='$(MAKE)' installers/linux/run.sh

test: bootstrap-test
	@installers/linux/venv.sh dev
	@$(MAKE) --no-print-directory starter
	@installers/linux/test.sh $(TESTS)

# A picture of every page, to be looked at.
screenshots: bootstrap-test starter
	@installers/linux/venv.sh dev
	@.venv/bin/python tests/desktop/screenshots.py

stop:
	@installers/linux/engine.sh stop

# The images that travel inside Davit.
starter: $(IMAGES)
	@:

$(IMAGES) &: $(STARTER)/build.py $(wildcard $(STARTER)/hello/* $(STARTER)/welcome/*)
	@python3 $(STARTER)/build.py

bootstrap-test:
	@installers/linux/bootstrap.sh engine desktop machine test
	@installers/linux/docker-cli.sh
	@installers/linux/docker-plugins.sh
