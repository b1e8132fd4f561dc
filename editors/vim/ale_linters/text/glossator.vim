call glossator#Define('text')
