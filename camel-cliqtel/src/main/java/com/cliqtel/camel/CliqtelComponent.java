/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.client.CliqtelApi;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.PropertiesHelper;

/**
 * Makes {@code cliqtel:} endpoints, and keeps what they share: one HTTP client per account, however many endpoints there
 * are.
 */
@Component("cliqtel")
public class CliqtelComponent extends CliqtelComponentOptions {

    private final Map<ConnectionSettings, Account> accounts = new ConcurrentHashMap<>();

    /** An account's client and the API over it. */
    private record Account(CamelHttp http, CliqtelApi api) {}

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        CliqtelOperation operation = CliqtelOperation.named(remaining);
        operation.refuseForeign(parameters.keySet());
        CliqtelEndpoint endpoint = new CliqtelEndpoint(uri, this, operation);
        Map<String, Object> http = PropertiesHelper.extractProperties(parameters, "http.");
        if (!http.isEmpty()) {
            endpoint.getConnection().setHttp(http);
        }
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** The API of an account; made when it is first asked for. */
    CliqtelApi api(ConnectionSettings settings) {
        return accounts.computeIfAbsent(settings, this::open).api();
    }

    private Account open(ConnectionSettings settings) {
        CamelHttp http = new CamelHttp(getCamelContext(), settings);
        ServiceHelper.startService(http);
        return new Account(http, CliqtelApi.over(http.connection()));
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        accounts.values().forEach(account -> ServiceHelper.stopService(account.http()));
        accounts.clear();
    }
}
