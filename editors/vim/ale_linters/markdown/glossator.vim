call glossator#Define('markdown')
