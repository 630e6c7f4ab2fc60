import '../bin/node-guard.mjs';

const { runBenchmarks } = await import('./bench/run-benchmarks.mjs');
process.exitCode = await runBenchmarks(process.argv.slice(2));
