/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.observe.Counts;
import com.cliqtel.camel.observe.Observers;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;

/**
 * Makes {@code cliqtel:} endpoints, and keeps what they share: one HTTP client and one limiter per account, however many
 * endpoints there are.
 */
@Component("cliqtel")
public class CliqtelComponent extends CliqtelComponentOptions {

    private final Ledger memory = new MemoryLedger();
    private final Callbacks callbacks = new Callbacks();
    private final Counts counts = new Counts();
    private final Observers observers = Observers.of(counts, new CallLog());
    private Accounts accounts;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CliqtelOperation operation = CliqtelOperation.named(remaining);
        operation.refuseForeign(parameters.keySet());
        parameters.replaceAll(PipeText::mended);
        CliqtelEndpoint endpoint = new CliqtelEndpoint(uri, this, operation);
        Map<String, Object> http = PropertiesHelper.extractProperties(parameters, "http.");
        if (!http.isEmpty()) {
            endpoint.getConnection().setHttp(http);
        }
        setProperties(endpoint, parameters);
        // what is wrong with the options is said where the endpoint is written
        operation.check(endpoint);
        return endpoint;
    }

    /** What endpoints share. */
    Accounts accounts() {
        return accounts;
    }

    /** Where the webhook consumers can be reached. */
    Callbacks callbacks() {
        return callbacks;
    }

    /** What has happened since the component was made. */
    Counts counts() {
        return counts;
    }

    /** Who is told of what happens. */
    Observers observers() {
        return observers;
    }

    /** The component's ledger; where none is set, one in memory. */
    Ledger ledger() {
        return getLedger() != null ? getLedger() : memory;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        CallbackUrl.check(this);
        accounts = new Accounts(getCamelContext(), LimitSettings.of(this), observers);
        ServiceHelper.startService(accounts);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        ServiceHelper.stopService(accounts);
    }
}
