#!/usr/bin/env node
process.stdout.write('optimand\n');
