process.stdout.write('optimand reproduce\n');
