/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.harness;

import java.util.Map;

import com.cliqtel.camel.benchmarks.stub.StubProcess;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks of all competitors under the same conditions: one stub server, heap size and duration. */
public final class BenchmarkRunner {

    private static final int WARMUP_SECONDS = 4;
    private static final int SECONDS = 5;

    private final RunLength scale;
    private final StubProcess stub;
    private final String profiler = System.getProperty("bench.profiler", "");

    /** Creates a runner that measures against the given stub server. */
    public BenchmarkRunner(RunLength scale, StubProcess stub) {
        this.scale = scale;
        this.stub = stub;
    }

    /** The length of the measurements. */
    public RunLength scale() {
        return scale;
    }

    /** The JVM argument that tells a measuring process the address of the stub server. */
    public String stubArgument() {
        return stub.jvmArgument();
    }

    /**
     * Runs one JMH benchmark once in a new process, and records its allocations and processor time.
     *
     * @param method the benchmark, as {@code Class.method}
     * @param parameters its {@code @Param}s
     */
    public Measurement run(String method, Mode mode, int threads, Map<String, String> parameters) {
        System.err.println("  " + method + " " + parameters + " " + mode.shortLabel() + ", threads: " + threads);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(".*\\." + method + "$")
                .mode(mode)
                .threads(threads)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(time(WARMUP_SECONDS))
                .measurementIterations(1)
                .measurementTime(time(SECONDS))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .jvmArgsAppend("-Xms1g", "-Xmx1g", stub.jvmArgument(), scale.jvmArgument())
                .shouldFailOnError(true)
                .verbosity(profiler.isEmpty() ? VerboseMode.SILENT : VerboseMode.NORMAL);
        parameters.forEach((name, value) -> options.param(name, value));
        if (!profiler.isEmpty()) {
            int colon = profiler.indexOf(':');
            options.addProfiler(
                    colon < 0 ? profiler : profiler.substring(0, colon),
                    colon < 0 ? "" : profiler.substring(colon + 1));
        }
        try {
            RunResult result = new Runner(options.build()).runSingle();
            return new Measurement(result);
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private TimeValue time(int seconds) {
        return scale.quick() ? TimeValue.milliseconds(200) : TimeValue.seconds(seconds);
    }
}
